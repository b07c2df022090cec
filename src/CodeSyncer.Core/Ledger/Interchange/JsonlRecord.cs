namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>A bead as it stands in a file: its fields, and the 1-based number of its line.</summary>
public sealed record JsonlRecord(int Line, JsonFields Fields)
{
    public string Id => Fields.String("id") ?? "";
}
