namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>What a file of Beads JSONL holds. With any problem none of it is to be taken.</summary>
/// <param name="Beads">In the order of the file.</param>
/// <param name="Others">Headers (<c>_schema</c>), memories and records of types to come, as they stand.</param>
/// <param name="Problems">Each names its line: <c>line 7: ...</c>.</param>
public sealed record JsonlFile(IReadOnlyList<JsonlRecord> Beads, IReadOnlyList<JsonFields> Others, IReadOnlyList<string> Problems);
