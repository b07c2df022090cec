using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Town;

/// <summary>Reads and writes WorkHooks within a change.</summary>
internal static class Slots
{
    /// <summary>Null: there is no such agent.</summary>
    public static AgentSlot? Find(LedgerChange change, string agent) =>
        change.Read(LedgerPath.Agent(agent)) is { } fields && new AgentSlot(fields) is { IsRemoved: false } slot ? slot : null;

    public static AgentSlot Write(LedgerChange change, AgentSlot before, AgentSlot slot, string note)
    {
        if (slot.Fields.Equals(before.Fields))
            return before;
        var written = new AgentSlot(slot.Fields.With("updated_at", LedgerClock.After(before.UpdatedAt, change)));
        change.Write(LedgerPath.Agent(before.Name), written.Fields);
        change.Note(note);
        return written;
    }
}
