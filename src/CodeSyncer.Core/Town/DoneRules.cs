using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Town;

/// <summary>
/// What an agent says at the end of its work. Handing in frees the agent and leaves the bead open: landing closes it. Said
/// twice by the same spawn it changes nothing.
/// </summary>
public static class DoneRules
{
    /// <summary>The bead that this spawn of an agent holds, or handed in already.</summary>
    /// <param name="generation">Of the spawn that speaks; null: a person does.</param>
    /// <param name="assigned">For persons, who have no slot or none that holds beads: those in progress that are theirs, the best guess first.</param>
    /// <exception cref="CodeSyncerException">The agent was started anew since, or holds nothing.</exception>
    public static (Bead Bead, bool IsHandedIn) Find(LedgerChange change, string agent, string? generation, IReadOnlyList<string>? assigned = null)
    {
        var slot = Slots.Find(change, agent);
        if (slot?.IsPolecat != true)
            return OfPerson(change, agent, assigned ?? []);
        if (slot?.IsPolecat == true && generation is not null && slot.Generation != generation)
            throw TownErrors.StaleGeneration(agent, slot.Bead ?? slot.LastBead ?? "?");
        if (slot?.Bead is { } held && change.ReadBead(held) is { } bead && IsHolder(bead, slot))
            return (bead, false);
        if (slot?.Bead is null && slot?.LastBead is { } last && change.ReadBead(last) is { } done && (done.IsClosed || Submission.Of(done)?.Generation == slot.Generation))
            return (done, true);
        throw slot?.Bead is { } lost ? TownErrors.StaleGeneration(agent, lost) : TownErrors.NothingHeld(agent);
    }

    /// <summary>Hands a branch in to the merge queue.</summary>
    public static Bead Submit(LedgerChange change, Submission submission, string bead)
    {
        var before = change.ReadBead(bead) ?? throw LedgerErrors.UnknownBead(bead);
        var after = BeadRules.WithStatus(change, before, BeadStatus.InProgress).Without("claim", Dispatch.Key)
            .With("assignee", submission.Agent).With("rig", submission.Rig).WithRaw(Submission.Key, submission.ToFields().ToCompact());
        Release(change, submission.Agent, bead);
        return BeadRules.Save(change, before, after, $"submit {bead} by {submission.Agent}");
    }

    /// <summary>Closes a bead that leaves nothing to land: its result is a report, or that nothing had to change.</summary>
    public static Bead Finish(LedgerChange change, string agent, string bead, string result, string? message, BeadIdSource ids)
    {
        if (!string.IsNullOrWhiteSpace(message))
            BeadRules.Comment(change, bead, message, ids);
        Release(change, agent, bead);
        return BeadRules.Close(change, bead, result == "report" ? "reported" : "nothing had to change");
    }

    private static (Bead Bead, bool IsHandedIn) OfPerson(LedgerChange change, string agent, IReadOnlyList<string> assigned)
    {
        var beads = assigned.Select(change.ReadBead).OfType<Bead>().Where(bead => !bead.IsClosed && !bead.IsTombstone).ToList();
        return beads.Find(bead => bead.Claim?.Agent == agent) is { } held ? (held, false)
            : beads.Find(bead => Submission.Of(bead)?.Agent == agent) is { } handedIn ? (handedIn, true)
            : throw TownErrors.NothingHeld(agent);
    }

    private static bool IsHolder(Bead bead, AgentSlot slot) =>
        bead.Claim is { } claim && claim.Agent == slot.Name && (!slot.IsPolecat || claim.Session == slot.Generation);

    private static void Release(LedgerChange change, string agent, string bead)
    {
        if (Slots.Find(change, agent) is { } slot && slot.Bead == bead)
            Slots.Write(change, slot, slot.Free(), $"free {agent}");
    }
}
