namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of handoffs.</summary>
public static class HandoffErrors
{
    public static CodeSyncerException Unknown(string part) => new(ErrorKind.BadInput, "UnknownHandoff",
        $"no handoff has the id '{LedgerErrors.Shown(part)}'", "see the ids with 'handoff --list'");

    public static CodeSyncerException Ambiguous(string part, IReadOnlyList<string> candidates) => new(ErrorKind.BadInput, "AmbiguousHandoff",
        $"'{LedgerErrors.Shown(part)}' may be any of {LedgerErrors.Listed(candidates)}", "give more of the id");

    public static CodeSyncerException TooLong(int most) => new(ErrorKind.BadInput, "HandoffTooLong",
        $"the message has more than {most / 1024} KiB", "say the most important; put the rest into a file or the bead, and name it");
}
