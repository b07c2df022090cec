using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Town;

/// <summary>
/// What becomes of an agent that is gone. Each rule acts only on the spawn that was judged: where another process was
/// faster it changes nothing and answers null.
/// </summary>
public static class SpawnRules
{
    /// <summary>The next spawn for the same bead: a new generation, so that words of the one before count no more.</summary>
    /// <param name="counts">It failed; otherwise a person starts it.</param>
    public static AgentSlot? Again(LedgerChange change, string agent, string? generation, string next, string starter, bool counts)
    {
        if (Held(change, agent, generation) is not var (slot, bead))
            return null;
        var claim = bead.Claim! with { Session = next, Since = LedgerTime.Write(change.Now) };
        BeadRules.Save(change, bead, bead.WithRaw("claim", claim.ToFields().ToCompact()), $"hold {bead.Id} for the next spawn of {agent}");
        return Slots.Write(change, slot, slot.Again(next, starter, counts), $"start {agent} again for {bead.Id}");
    }

    /// <summary>It holds no bead any more; the bead, if this spawn still holds it, is free.</summary>
    public static AgentSlot? Free(LedgerChange change, string agent, string? generation)
    {
        if (Slots.Find(change, agent) is not { } slot || slot.Generation != generation || slot.Bead is null)
            return null;
        if (Held(change, agent, generation) is var (_, bead))
            BeadRules.Save(change, bead, BeadRules.WithStatus(change, bead, BeadStatus.Open).Without("assignee", "claim"), $"release {bead.Id}");
        return Slots.Write(change, slot, slot.Free(), $"free {agent}");
    }

    /// <summary>It has failed too often: the bead is set aside and raised.</summary>
    public static AgentSlot? GiveUp(LedgerChange change, string agent, string? generation, string reason, BeadIdSource ids)
    {
        if (Held(change, agent, generation) is not var (slot, bead))
            return null;
        SetAside(change, bead, $"{agent}: {reason}. What it did is on branch '{slot.Branch}' and in its saved work ('codesyncer work list --agent {agent}').", ids);
        return Slots.Write(change, slot, slot.Free(), $"give up {bead.Id} by {agent}");
    }

    public static AgentSlot? Stop(LedgerChange change, string agent, string? generation) =>
        Slots.Find(change, agent) is { Bead: not null } slot && slot.Generation == generation ? Slots.Write(change, slot, slot.Stopped(), $"stop {agent}") : null;

    /// <summary>Nobody takes the bead up before a person has opened it again.</summary>
    internal static void SetAside(LedgerChange change, Bead bead, string why, BeadIdSource ids)
    {
        var aside = BeadRules.WithStatus(change, bead, BeadStatus.Blocked).Without("assignee", "claim", Dispatch.Key, Submission.Key).With("escalated_at", change.Now);
        BeadRules.Save(change, bead, aside, $"escalate {bead.Id}");
        EscalationRules.Raise(change, Severity.High, $"{bead.Id} needs a person: {bead.Title}", $"{why}\n\nOpen it again with 'codesyncer bead update {bead.Id} --status open', then sling it.", bead.Id, ids);
    }

    private static (AgentSlot Slot, Bead Bead)? Held(LedgerChange change, string agent, string? generation) =>
        Slots.Find(change, agent) is { Bead: { } id } slot && slot.Generation == generation
        && change.ReadBead(id) is { Claim: { } claim } bead && claim.Agent == agent && claim.Session == generation ? (slot, bead) : null;
}
