namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>A claim that was won, and who held the bead before, if anybody did.</summary>
public sealed record ClaimResult(Bead Bead, ClaimOutcome Outcome, BeadClaim? Before);
