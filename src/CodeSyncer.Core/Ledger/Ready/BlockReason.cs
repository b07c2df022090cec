namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>One thing that holds a bead back.</summary>
/// <param name="Id">The open blocker, the bead whose children a gate waits for, or the parent that is blocked itself.</param>
/// <param name="Type">The type of dependency: <c>blocks</c>, <c>conditional-blocks</c>, <c>waits-for</c> or <c>parent-child</c>.</param>
/// <param name="Children">Of a gate: the first ten of its children that are still open. Otherwise empty.</param>
public sealed record BlockReason(string Id, string Type, IReadOnlyList<string> Children);
