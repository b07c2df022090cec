using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Platform.Town;

/// <summary>One agent as people see it.</summary>
/// <param name="Since">When it took its bead, or when it ended last; null: never.</param>
public sealed record AgentStatus(AgentSlot Slot, Verdict Verdict, Bead? Bead, AgentRun? Run, DateTimeOffset? Since, DateTimeOffset? Seen)
{
    public string Name => Slot.Name;

    /// <summary>As a word: <c>working</c>, <c>idle</c>.</summary>
    public string State => Slot.IsPolecat ? Verdict.State.ToString().ToLowerInvariant() : Bead is null ? "crew" : "crew, working";
}
