using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>Agents that come to a rig and leave it.</summary>
public static class RigRules
{
    /// <summary>A crew has a work tree, and takes its beads itself.</summary>
    public static AgentSlot Join(LedgerChange change, AgentAddress crew) =>
        new(AgentRules.Register(change, crew.ToString(), AgentRecord.CrewRole, crew.Rig).Fields);

    /// <summary>Notes the rig that a bead belongs to.</summary>
    public static void Belong(LedgerChange change, Bead bead, string rig) => BeadRules.Save(change, bead, bead.With("rig", rig), $"{bead.Id} belongs to {rig}");

    /// <summary>An agent is no more: a bead that it still holds is free.</summary>
    public static void Leave(LedgerChange change, string agent)
    {
        if (Slots.Find(change, agent) is not { } slot)
            return;
        if (slot.Bead is { } id && change.ReadBead(id) is { Claim: { } claim } bead && claim.Agent == agent)
            BeadRules.Save(change, bead, BeadRules.WithStatus(change, bead, BeadStatus.Open).Without("assignee", "claim"), $"release {id}");
        Slots.Write(change, slot, slot.Free(), $"free {agent}");
        AgentRules.Remove(change, agent);
    }
}
