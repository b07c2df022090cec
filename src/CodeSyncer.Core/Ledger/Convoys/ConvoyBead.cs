using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>A living bead of a convoy.</summary>
/// <param name="Wave">From 1: with which of the waves it can be done; null where it is done, or waits for a circle.</param>
/// <param name="BlockedBy">What holds it back now.</param>
/// <param name="IsStranded">Left, and no work within the convoy leads to it.</param>
public sealed record ConvoyBead(BeadNode Bead, Readiness Readiness, int? Wave, IReadOnlyList<BlockReason> BlockedBy, bool IsStranded);
