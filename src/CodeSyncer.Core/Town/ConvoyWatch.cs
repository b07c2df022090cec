using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>Tells the mayor of convoys that nobody can move on.</summary>
public static class ConvoyWatch
{
    /// <summary>Once for a convoy; null: it was told already.</summary>
    public static Convoy? Strand(LedgerChange change, string id, IReadOnlyList<string> stuck, BeadIdSource ids)
    {
        if (change.Read(LedgerPath.Convoy(id)) is not { } fields || fields.Has("stranded_at"))
            return null;
        var convoy = new Convoy(fields.With("stranded_at", change.Now).With("updated_at", LedgerClock.After(new Convoy(fields).UpdatedAt, change)));
        change.Write(LedgerPath.Convoy(id), convoy.Fields);
        change.Note($"convoy {id} is stranded");
        TownMail.Send(change, AgentAddress.Mayor, $"Convoy {convoy.Name} is stranded", $"Nobody can go on with {string.Join(", ", stuck)}: see 'codesyncer convoy show {id}'.", MailTypes.Notification, MailPriority.Normal, ids);
        return convoy;
    }
}
