namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>What an import did, or would do. Each list holds ids.</summary>
/// <param name="Unchanged">The ledger had the same, or all of it and more.</param>
/// <param name="Older">The ledger has a newer version, which stays.</param>
/// <param name="Deleted">Deleted here; a record does not bring it back.</param>
/// <param name="Dangling">Edges whose target is neither in the ledger nor in the file; they are kept.</param>
/// <param name="Cycles">Cycles that the imported edges close; the edges are kept.</param>
public sealed record ImportResult(
    IReadOnlyList<string> Created,
    IReadOnlyList<string> Updated,
    IReadOnlyList<string> Unchanged,
    IReadOnlyList<string> Older,
    IReadOnlyList<string> Deleted,
    IReadOnlyList<BeadEdge> Dangling,
    IReadOnlyList<IReadOnlyList<string>> Cycles);
