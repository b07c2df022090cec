using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Agents;

/// <summary>Unread mail that cannot wait for the next session.</summary>
internal sealed class UrgentMail(GitRepository repository, Actor actor)
{
    /// <summary>As Markdown, and the messages in it; empty: there is none.</summary>
    public (string Text, IReadOnlyList<Message> Messages) Read()
    {
        if (!HeldBead.CanBeAsked(repository))
            return ("", []);
        using var ledger = LedgerPlace.Open(repository);
        var mail = Mailroom.Inbox(ledger.Index(), actor.Name, isAll: false).Where(message => message.Priority == MailPriority.Urgent).ToList();
        return (PrimeBrief.Mail(mail), mail);
    }
}
