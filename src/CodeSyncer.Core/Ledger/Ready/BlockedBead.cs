namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>A bead that is blocked, and by what; no reasons: its own status says so.</summary>
public sealed record BlockedBead(BeadNode Bead, IReadOnlyList<BlockReason> Reasons);
