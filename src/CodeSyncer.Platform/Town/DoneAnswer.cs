using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Platform.Town;

/// <summary>What <c>done</c> came to.</summary>
/// <param name="Submission">What was handed in; null: there was nothing to land, and the bead is closed.</param>
/// <param name="IsRepeated">It was done already.</param>
/// <param name="LeftOut">Paths that were not committed: they look like secrets, or are too large.</param>
public sealed record DoneAnswer(Bead Bead, Submission? Submission, bool IsRepeated, IReadOnlyList<string> LeftOut);
