namespace CodeSyncer.Platform.Ledger;

/// <summary>How large a ledger is.</summary>
/// <param name="Objects">All git objects.</param>
/// <param name="Loose">Those in a file of their own.</param>
/// <param name="KiB">On disk.</param>
public readonly record struct LedgerSize(long Objects, long Loose, long Packs, long KiB);
