namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>
/// A convoy: a named bundle of beads, as a typed view over its fields. How far it is, is never stored: see
/// <see cref="ConvoyProgress"/>. It never changes: <c>With</c> gives a new one.
/// </summary>
public sealed class Convoy(JsonFields fields)
{
    /// <summary>What ids of convoys begin with.</summary>
    public const string IdPrefix = "cv";

    public JsonFields Fields { get; } = fields;

    public string Id => Fields.String("id") ?? "";

    public string Name => Fields.String("name") ?? "";

    /// <summary>Ids in the order in which they were added; each once.</summary>
    public IReadOnlyList<string> Beads => [.. Fields.StringList("beads").Distinct(StringComparer.Ordinal)];

    public DateTimeOffset CreatedAt => Fields.Time("created_at") ?? DateTimeOffset.MinValue;

    public string? CreatedBy => Fields.String("created_by");

    public DateTimeOffset UpdatedAt => Fields.Time("updated_at") ?? DateTimeOffset.MinValue;

    /// <summary>Null: it was not closed, whatever its beads are.</summary>
    public DateTimeOffset? ClosedAt => Fields.Time("closed_at");

    public string? CloseReason => Fields.String("close_reason");

    public bool IsClosed => Fields.Has("closed_at");

    public Convoy WithBeads(IEnumerable<string> beads) => new(Fields.With("beads", beads));

    public Convoy With(string key, string value) => new(Fields.With(key, value));

    public Convoy With(string key, DateTimeOffset value) => new(Fields.With(key, value));

    public Convoy Without(params ReadOnlySpan<string> keys)
    {
        var left = Fields;
        foreach (var key in keys)
            left = left.Without(key);
        return ReferenceEquals(left, Fields) ? this : new Convoy(left);
    }
}
