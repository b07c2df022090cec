using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Agents;

/// <summary>What a session was handed, marked in the ledger.</summary>
internal static class Deliveries
{
    /// <summary>The agent has gone on, so what it was handed is in its context.</summary>
    public static void Confirm(GitRepository repository, Actor actor, SessionNotes notes)
    {
        if (!notes.HasDeliveries)
            return;
        using var ledger = LedgerPlace.Open(repository);
        var self = Mailroom.Self(ledger.Index(), actor.Name);
        ledger.Change(actor, (change, _) =>
        {
            foreach (var id in notes.Mail.Where(id => change.Read(LedgerPath.Mail(id)) is not null))
                Core.Ledger.Mail.MailRules.Read(change, id, self);
            if (notes.Handoff is { } handoff)
                HandoffRules.Take(change, handoff);
            return true;
        });
        notes.Delivered();
    }
}
