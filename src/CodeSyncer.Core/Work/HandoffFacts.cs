namespace CodeSyncer.Core.Work;

/// <summary>What git, the ledger and the tags say when a handoff is left.</summary>
public sealed record HandoffFacts
{
    public string? Branch { get; init; }

    public string? Head { get; init; }

    public string? Upstream { get; init; }

    /// <summary>Commits that the upstream does not have; null: there is no upstream.</summary>
    public int? Ahead { get; init; }

    public int? Behind { get; init; }

    public bool IsPushed { get; init; }

    /// <summary>At most <see cref="WorkState.MostPaths"/> paths.</summary>
    public IReadOnlyList<string> Uncommitted { get; init; } = [];

    public int UncommittedCount { get; init; }

    public string? Bead { get; init; }

    public string? Step { get; init; }

    public string? Save { get; init; }

    /// <summary>Texts of open tags in the paths that the branch changed.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Texts of decisions that the session added.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];
}
