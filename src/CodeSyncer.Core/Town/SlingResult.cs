using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Town;

/// <summary>One bead of a sling.</summary>
/// <param name="Agent">Who has it; null: nobody yet.</param>
/// <param name="Slot">Of the agent that is to be started.</param>
/// <param name="Reason">Why it waits.</param>
/// <param name="Convoy">The convoy that was opened for it.</param>
public sealed record SlingResult(Bead Bead, SlingOutcome Outcome, AgentAddress? Agent = null, AgentSlot? Slot = null, string? Reason = null, string? Convoy = null);
