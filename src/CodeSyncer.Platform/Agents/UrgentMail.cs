using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Agents;

/// <summary>Unread mail that cannot wait for the next session.</summary>
internal sealed class UrgentMail(GitRepository repository, Actor actor)
{
    public (string Text, IReadOnlyList<string> Ids) Read()
    {
        if (!HeldBead.CanBeAsked(repository))
            return ("", []);
        using var ledger = LedgerPlace.Open(repository);
        var mail = Mailroom.Inbox(ledger.Index(), actor.Name, isAll: false).Where(message => message.Priority == MailPriority.Urgent).ToList();
        var text = PrimeBrief.Mail(mail);
        return (text, [.. mail.Where(message => PrimeBrief.ShowsWhole(text, message)).Select(message => message.Id)]);
    }
}
