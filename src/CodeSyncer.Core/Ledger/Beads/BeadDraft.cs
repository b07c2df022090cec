namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>A bead to be created. Ids in it may be parts of ids, or ids of other drafts of the same change.</summary>
public sealed record BeadDraft(string Title)
{
    /// <summary>Null: a new one is made.</summary>
    public string? Id { get; init; }

    public string IssueType { get; init; } = "task";

    /// <summary>0, the most urgent, to 4.</summary>
    public int Priority { get; init; } = 2;

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? Assignee { get; init; }

    /// <summary>The bead becomes <c>parent.N</c> as long as ids go that deep.</summary>
    public string? Parent { get; init; }

    public IReadOnlyList<(string Type, string Id)> Dependencies { get; init; } = [];

    /// <summary>Fields besides these, by their keys, as texts: see <see cref="BeadFields"/>.</summary>
    public IReadOnlyList<BeadEdit> Fields { get; init; } = [];

    /// <summary>Beads below this one, created with it.</summary>
    public IReadOnlyList<BeadDraft> Children { get; init; } = [];

    /// <summary>Done already: it is created closed.</summary>
    public bool IsClosed { get; init; }
}
