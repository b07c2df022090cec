using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Work;

/// <summary>
/// What <c>state.json</c> of a saved work tree says: whose it is, where git stood, what was being done. The files
/// themselves stand beside it in the same commit.
/// </summary>
public sealed record WorkState
{
    /// <summary>Paths that a list in here names; of more the number is given.</summary>
    public const int MostPaths = 200;

    private const int Version = 1;

    /// <summary>The agent's name as given.</summary>
    public required string Agent { get; init; }

    /// <summary>The spawn of the agent that saved it: a token that its starter chose, else the session.</summary>
    public string? Generation { get; init; }

    public string? Session { get; init; }

    /// <summary>Absolute path of the work tree's root.</summary>
    public required string WorkTree { get; init; }

    /// <summary>Short name of the branch, in a rebase of the branch that is rebased; null: detached.</summary>
    public string? Branch { get; init; }

    /// <summary>HEAD stood on a commit, not on <see cref="Branch"/>.</summary>
    public bool IsDetached { get; init; }

    /// <summary>The commit of HEAD; null: none yet.</summary>
    public string? Head { get; init; }

    /// <summary>The operation of git in progress: merge, rebase...</summary>
    public string? Operation { get; init; }

    /// <summary>Id of the bead that the agent held.</summary>
    public string? Bead { get; init; }

    public string? Step { get; init; }

    public string? Note { get; init; }

    /// <summary>The message of the last handoff on this branch.</summary>
    public string? Handoff { get; init; }

    /// <summary>Why it was saved: <c>commit</c>, <c>switch</c>, <c>before git reset --hard</c>...</summary>
    public required string Event { get; init; }

    public required DateTimeOffset Time { get; init; }

    public Carried? Carried { get; init; }

    /// <summary>Paths in which the work tree or the index differs from HEAD, without ignored ones, sorted; at most <see cref="MostPaths"/>.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    public int ChangedCount { get; init; }

    /// <summary>At most <see cref="MostPaths"/>.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    public int LeftOutCount { get; init; }

    /// <summary>The unpushed history was too large to be kept as well: only files and index are.</summary>
    public bool IsHistoryLeftOut { get; init; }

    /// <summary>Whether both are of the same work; when and why they were saved, and by which session, does not matter.</summary>
    public bool IsSameWork(WorkState other) => ToFields(this with { Time = default, Event = "", Session = null, Generation = null })
        .Equals(ToFields(other with { Time = default, Event = "", Session = null, Generation = null }));

    public byte[] ToJson() => ToFields(this).ToLines();

    /// <exception cref="FormatException">It is no state of a version that is known here; the message says why.</exception>
    public static WorkState Parse(byte[] json)
    {
        var fields = JsonFields.Parse(json);
        if (fields.Int("version") is not > 0 or > Version)
            throw new FormatException($"its version is {fields.Int("version")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing"}");
        return new WorkState
        {
            Agent = fields.String("agent") ?? "",
            Generation = fields.String("generation"),
            Session = fields.String("session"),
            WorkTree = fields.String("work_tree") ?? "",
            Branch = fields.String("branch"),
            IsDetached = fields.Bool("detached"),
            Head = fields.String("head"),
            Operation = fields.String("operation"),
            Bead = fields.String("bead"),
            Step = fields.String("step"),
            Note = fields.String("note"),
            Handoff = fields.String("handoff"),
            Event = fields.String("event") ?? "",
            Time = fields.Time("time") ?? DateTimeOffset.MinValue,
            Carried = fields.Object("carried") is { } carried ? new Carried(carried.String("from") ?? "", carried.StringList("paths")) : null,
            Changed = fields.StringList("changed"),
            ChangedCount = (int)(fields.Int("changed_count") ?? 0),
            LeftOut = [.. fields.Objects("left_out").Select(left => new LeftOut(left.String("path") ?? "", left.String("reason") ?? "", left.Int("size")))],
            LeftOutCount = (int)(fields.Int("left_out_count") ?? 0),
            IsHistoryLeftOut = fields.Bool("history_left_out"),
        };
    }

    private static JsonFields ToFields(WorkState state)
    {
        var fields = JsonFields.Empty.With("version", Version).With("agent", state.Agent);
        void Add(string key, string? value) => fields = value is null ? fields : fields.With(key, value);
        Add("generation", state.Generation);
        Add("session", state.Session);
        Add("work_tree", state.WorkTree);
        Add("branch", state.Branch);
        if (state.IsDetached)
            fields = fields.With("detached", true);
        Add("head", state.Head);
        Add("operation", state.Operation);
        Add("bead", state.Bead);
        Add("step", state.Step);
        Add("note", state.Note);
        Add("handoff", state.Handoff);
        fields = fields.With("event", state.Event).With("time", state.Time);
        if (state.Carried is { } carried)
            fields = fields.With("carried", JsonFields.Empty.With("from", carried.From).With("paths", carried.Paths));
        fields = fields.With("changed", state.Changed).With("changed_count", state.ChangedCount);
        if (state.LeftOutCount > 0)
            fields = fields.With("left_out", state.LeftOut.Select(ToFields)).With("left_out_count", state.LeftOutCount);
        return state.IsHistoryLeftOut ? fields.With("history_left_out", true) : fields;
    }

    private static JsonFields ToFields(LeftOut left)
    {
        var fields = JsonFields.Empty.With("path", left.Path).With("reason", left.Reason);
        return left.Size is { } size ? fields.With("size", size) : fields;
    }
}
