using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Town;

/// <summary>All that decides about an agent's state.</summary>
/// <param name="Bead">The one on its hook; null: there is none, or no such bead.</param>
/// <param name="Run">Null: it was never started on this machine.</param>
/// <param name="IsStarterAlive">The process that gave it the bead runs.</param>
public sealed record AgentFacts(AgentSlot Slot, Bead? Bead, RunFacts? Run, bool IsStarterAlive, DateTimeOffset Now, TownSettings Settings);
