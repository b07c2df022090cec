using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Work;

/// <summary>
/// What one session leaves for the next: a typed view over an item of <c>handoffs/</c> in the ledger. It never changes:
/// <c>With</c> gives a new one.
/// </summary>
public sealed class Handoff(JsonFields fields)
{
    /// <summary>What ids of handoffs begin with.</summary>
    public const string IdPrefix = "hand";

    public JsonFields Fields { get; } = fields;

    public string Id => Fields.String("id") ?? "";

    public string Agent => Fields.String("agent") ?? "";

    /// <summary>The spawn of the agent that left it.</summary>
    public string? Generation => Fields.String("generation");

    public string Session => Fields.String("session") ?? "";

    public string WorkTree => Fields.String("work_tree") ?? "";

    /// <summary>Null: nobody said anything, the facts were taken when a session ended.</summary>
    public string? Message => Fields.String("message") is { Length: > 0 } message ? message : null;

    public string? Branch => Fields.String("branch");

    public string? Head => Fields.String("head");

    public string? Upstream => Fields.String("upstream");

    /// <summary>Commits that the upstream does not have; null: there is none.</summary>
    public long? Ahead => Fields.Int("ahead");

    public long? Behind => Fields.Int("behind");

    /// <summary>Every commit is on a remote.</summary>
    public bool IsPushed => Fields.Bool("pushed");

    public IReadOnlyList<string> Uncommitted => Fields.StringList("uncommitted");

    public long UncommittedCount => Fields.Int("uncommitted_count") ?? 0;

    /// <summary>What was told about the tests.</summary>
    public string? Tests => Fields.String("tests");

    public string? Bead => Fields.String("bead");

    public string? Step => Fields.String("step");

    /// <summary>Id of the newest save when it was left.</summary>
    public string? Save => Fields.String("save");

    public IReadOnlyList<string> Questions => Fields.StringList("questions");

    public IReadOnlyList<string> Decisions => Fields.StringList("decisions");

    public DateTimeOffset CreatedAt => Fields.Time("created_at") ?? DateTimeOffset.MinValue;

    public DateTimeOffset UpdatedAt => Fields.Time("updated_at") ?? DateTimeOffset.MinValue;

    public string? TakenBy => Fields.String("taken_by");

    public DateTimeOffset? TakenAt => Fields.Time("taken_at");

    public bool IsTaken => TakenBy is not null;
}
