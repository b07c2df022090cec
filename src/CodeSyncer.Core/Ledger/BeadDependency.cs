namespace CodeSyncer.Core.Ledger;

/// <summary>One entry of a bead's <c>dependencies</c>, with every key that it came with.</summary>
public sealed class BeadDependency(ReadOnlyMemory<byte> raw)
{
    /// <summary>The entry byte for byte.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public JsonFields Fields { get; } = JsonFields.ReadInner(raw);

    public string IssueId => Fields.String("issue_id") ?? "";

    public string DependsOnId => Fields.String("depends_on_id") ?? "";

    /// <summary>Beads reads a missing type as blocks.</summary>
    public string Type => Fields.String("type") is { Length: > 0 } type ? type : DependencyType.Blocks;

    /// <summary>A JSON text within a string, as Beads keeps it; an object in its place is taken as its text. Null: none.</summary>
    public string? Metadata => Fields.String("metadata") ?? Fields.Object("metadata")?.ToString();

    /// <summary>What makes an edge that edge: two of the same target and type are one.</summary>
    public (string DependsOnId, string Type) Key => (DependsOnId, Type);
}
