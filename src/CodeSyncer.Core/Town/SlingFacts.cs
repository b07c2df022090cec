using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Town;

/// <summary>What a sling must know of the town, at the state of the ledger that it changes.</summary>
/// <param name="Work">Of the beads that are slung and what hangs together with them.</param>
/// <param name="IsFree">Whether no process of a polecat that holds no bead runs any more.</param>
/// <param name="NewGeneration">A token that nobody had before.</param>
/// <param name="WorkTreeOf">Absolute path.</param>
public sealed record SlingFacts(
    TownSettings Settings, IReadOnlyList<AgentSlot> Slots, IReadOnlyList<Convoy> Convoys, ReadyWork Work,
    Func<AgentSlot, bool> IsFree, Func<string> NewGeneration, Func<AgentAddress, string> WorkTreeOf)
{
    /// <summary>A stopped town starts nothing.</summary>
    public bool IsStopped { get; init; }
}
