namespace CodeSyncer.Core.Ledger;

/// <summary>
/// A bead: a typed view over its fields. What it does not know stays as it is. It never changes: <c>With</c> gives a
/// new one. Empty texts and lists are not written, as in Beads.
/// </summary>
public sealed class Bead(JsonFields fields)
{
    private IReadOnlyList<BeadDependency>? _dependencies;

    public JsonFields Fields { get; } = fields;

    public string Id => Fields.String("id") ?? "";

    public string Title => Fields.String("title") ?? "";

    public string Description => Fields.String("description") ?? "";

    /// <summary>Beads reads a missing status as open.</summary>
    public string Status => Fields.String("status") is { Length: > 0 } status ? status : BeadStatus.Open;

    /// <summary>0 is the most urgent; a missing one reads as 0.</summary>
    public int Priority => (int)Math.Clamp(Fields.Int("priority") ?? 0, 0, int.MaxValue);

    public string IssueType => Fields.String("issue_type") is { Length: > 0 } type ? type : "task";

    public string? Assignee => Text("assignee");

    public DateTimeOffset CreatedAt => Fields.Time("created_at") ?? DateTimeOffset.MinValue;

    public DateTimeOffset UpdatedAt => Fields.Time("updated_at") ?? DateTimeOffset.MinValue;

    public DateTimeOffset? ClosedAt => Fields.Time("closed_at");

    public string? CloseReason => Text("close_reason");

    public DateTimeOffset? DeferUntil => Fields.Time("defer_until");

    public bool Pinned => Fields.Bool("pinned");

    public bool Ephemeral => Fields.Bool("ephemeral");

    public IReadOnlyList<string> Labels => Fields.StringList("labels");

    public IReadOnlyList<BeadDependency> Dependencies =>
        _dependencies ??= Fields.Elements("dependencies") is { Count: > 0 } entries
            ? [.. entries.Where(entry => entry.Span[0] == (byte)'{').Select(entry => new BeadDependency(entry))] : [];

    public IReadOnlyList<BeadComment> Comments => [.. Fields.Objects("comments").Select(entry => new BeadComment(entry))];

    public BeadClaim? Claim => BeadClaim.From(Fields.Object("claim"));

    public bool IsClosed => Status == BeadStatus.Closed;

    /// <summary>Deleted: the item stays, so that no clone brings it back.</summary>
    public bool IsTombstone => Status == BeadStatus.Tombstone;

    /// <summary>The target of its first parent-child edge.</summary>
    public string? Parent => Dependencies.FirstOrDefault(edge => edge.Type == DependencyType.ParentChild)?.DependsOnId;

    public BeadNode ToNode() => new(Id, Title, Status, IssueType, Priority, CreatedAt, Pinned, Ephemeral, DeferUntil, Parent, Assignee);

    /// <summary>Its edges of the types that affect readiness; a deleted bead has none.</summary>
    public IReadOnlyList<BeadEdge> Edges() => IsTombstone
        ? []
        : [.. Dependencies.Where(edge => DependencyType.AffectsReadiness(edge.Type)).Select(edge => new BeadEdge(Id, edge.DependsOnId, edge.Type, edge.Metadata))];

    /// <summary>Null or an empty text removes the key.</summary>
    public Bead With(string key, string? value) => string.IsNullOrEmpty(value) ? Without(key) : WithRaw(key, JsonText.Encode(value));

    public Bead With(string key, DateTimeOffset value) => With(key, LedgerTime.Write(value));

    /// <summary>An empty list removes the key.</summary>
    public Bead With(string key, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? Without(key) : WithRaw(key, JsonFields.Empty.With(key, values).Raw(key)!.Value);

    /// <summary>An empty list removes the key.</summary>
    public Bead WithElements(string key, IReadOnlyCollection<ReadOnlyMemory<byte>> values) =>
        values.Count == 0 ? Without(key) : WithRaw(key, JsonFields.Empty.WithElements(key, values).Raw(key)!.Value);

    public Bead WithRaw(string key, ReadOnlyMemory<byte> raw) => new(Fields.WithRaw(key, raw, BeadKeys.PlaceFor(key, Fields.Fields)));

    public Bead Without(params ReadOnlySpan<string> keys)
    {
        var left = Fields;
        foreach (var key in keys)
            left = left.Without(key);
        return ReferenceEquals(left, Fields) ? this : new Bead(left);
    }

    private string? Text(string key) => Fields.String(key) is { Length: > 0 } text ? text : null;
}
