namespace CodeSyncer.Platform.Ledger;

/// <summary>Something that is not as it should be in a ledger.</summary>
/// <param name="Path">The item; empty: the ledger as a whole.</param>
/// <param name="IsError">False: worth knowing, such as a dependency on a bead of another ledger.</param>
public sealed record LedgerProblem(string Path, string What, bool IsError);
