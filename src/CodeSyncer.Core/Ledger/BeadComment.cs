namespace CodeSyncer.Core.Ledger;

/// <summary>One entry of a bead's <c>comments</c>, with every key that it came with.</summary>
public sealed record BeadComment(JsonFields Fields)
{
    /// <summary>The id as text; older files number their comments.</summary>
    public string Id => Fields.String("id") ?? Fields.Int("id")?.ToString() ?? "";

    public string Author => Fields.String("author") ?? "";

    public string Text => Fields.String("text") ?? "";

    public DateTimeOffset? CreatedAt => Fields.Time("created_at");
}
