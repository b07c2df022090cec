namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of mail and agents: what failed, the value, what to do.</summary>
public static class MailErrors
{
    public static CodeSyncerException BadAddress(string address) => new(ErrorKind.BadInput, "BadAddress",
        $"'{LedgerErrors.Shown(address)}' is no address", "give an agent's name (one line of 1 to 80 bytes), @crew, @town, @rig/NAME or queue:NAME");

    public static CodeSyncerException UnknownGroup(string group, string? nearest) => new(ErrorKind.BadInput, "UnknownGroup",
        $"there is no group '{LedgerErrors.Shown(group)}'", nearest is null ? "the groups are @crew, @town and @rig/NAME" : $"did you mean '{nearest}'?");

    public static CodeSyncerException UnknownRecipient(string address, string? nearest) => new(ErrorKind.BadInput, "UnknownRecipient",
        $"nobody here is known as '{LedgerErrors.Shown(address)}'; nothing was sent",
        nearest is null ? "see who is known with 'agent list', or send with --new" : $"did you mean '{LedgerErrors.Shown(nearest)}'? If it is right, send with --new");

    public static CodeSyncerException UnknownAgent(string name) => new(ErrorKind.BadInput, "UnknownAgent",
        $"no agent '{LedgerErrors.Shown(name)}' is registered", "see who is with 'agent list'");

    public static CodeSyncerException BadSubject(string subject) => new(ErrorKind.BadInput, "BadSubject",
        $"'{LedgerErrors.Shown(subject)}' is no subject", "a subject has 1 to 500 bytes of text in one line; put the rest into the body");

    public static CodeSyncerException BadBody(int most) => new(ErrorKind.BadInput, "BadBody",
        $"the body has more than {most / 1024} KiB", "put what is that long into a file and name it in the message");

    public static CodeSyncerException BadPriority(string priority, IReadOnlyList<string> words) => new(ErrorKind.BadInput, "BadMailPriority",
        $"'{LedgerErrors.Shown(priority)}' is no priority", $"use 0 to 4, or {string.Join(", ", words)}");

    public static CodeSyncerException Unknown(string part) => new(ErrorKind.BadInput, "UnknownMail",
        $"there is no message '{LedgerErrors.Shown(part)}'", "see the ids with 'mail inbox --all'");

    public static CodeSyncerException Ambiguous(string part, IReadOnlyList<string> candidates) => new(ErrorKind.BadInput, "AmbiguousMail",
        $"'{LedgerErrors.Shown(part)}' may be any of {candidates.Count} messages: {LedgerErrors.Listed(candidates)}", "name one of them in full");

    public static CodeSyncerException NotYourMail(string id, string to) => new(ErrorKind.BadInput, "NotYourMail",
        $"message '{id}' is not for you but for '{LedgerErrors.Shown(to)}'", "say who you are with --agent");

    public static CodeSyncerException NotQueueMail(string id, string to) => new(ErrorKind.BadInput, "NotQueueMail",
        $"message '{id}' went to '{LedgerErrors.Shown(to)}', which is no queue", "only mail to queue:NAME is taken; read any other");

    public static CodeSyncerException Held(string id, string holder, string workTree, string since) => new(ErrorKind.Conflict, "HeldMail",
        $"message '{id}' was taken by '{LedgerErrors.Shown(holder)}'{(workTree.Length == 0 ? "" : $" in work tree '{LedgerErrors.Shown(workTree)}'")} at {since}",
        "take another one from 'mail inbox'");
}
