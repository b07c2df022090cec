using CodeSyncer.Core.Work;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What one session left for the next.</summary>
public sealed class HandoffInfo : TerminalText
{
    internal const string Waiting = "Waiting";

    private readonly Handoff _handoff;
    private readonly bool _isLast;

    internal HandoffInfo(Handoff handoff, bool isLast, string repository)
    {
        _handoff = handoff;
        _isLast = isLast;
        Repository = repository;
    }

    public string Id => _handoff.Id;

    /// <summary>
    /// <c>Waiting</c> for the next session of the agent in that work tree, <c>Taken</c> by one, or <c>Stale</c>: there is
    /// a newer one.
    /// </summary>
    public string State => _handoff.IsTaken ? "Taken" : _isLast ? Waiting : "Stale";

    public DateTime Time => _handoff.CreatedAt.LocalDateTime;

    public string Agent => _handoff.Agent;

    /// <summary>Null: nobody said anything, the facts were taken when a session ended.</summary>
    public string? Message => _handoff.Message;

    public string? Branch => _handoff.Branch;

    public string? Head => _handoff.Head;

    public string? Upstream => _handoff.Upstream;

    /// <summary>Commits that the upstream does not have; null: there is none.</summary>
    public long? Ahead => _handoff.Ahead;

    public long? Behind => _handoff.Behind;

    /// <summary>Every commit is on a remote.</summary>
    public bool IsPushed => _handoff.IsPushed;

    /// <summary>How many files were not committed.</summary>
    public long Changed => _handoff.UncommittedCount;

    /// <summary>The first of them.</summary>
    public string[] ChangedPaths => [.. _handoff.Uncommitted];

    /// <summary>What was told about the tests.</summary>
    public string? Test => _handoff.Tests;

    public string? Bead => _handoff.Bead;

    public string? Step => _handoff.Step;

    /// <summary>What is open where the branch changed something.</summary>
    public string[] Questions => [.. _handoff.Questions];

    /// <summary>The decisions that the session added.</summary>
    public string[] Decisions => [.. _handoff.Decisions];

    /// <summary>Id of the newest save then: Restore-WorkHook takes it.</summary>
    public string? Save => _handoff.Save;

    /// <summary>The session that was told it.</summary>
    public string? TakenBy => _handoff.TakenBy;

    public DateTime? TakenAt => _handoff.TakenAt?.LocalDateTime;

    public string Session => _handoff.Session;

    public string? Generation => _handoff.Generation;

    public string WorkTree => _handoff.WorkTree;

    public string Repository { get; }

    /// <summary>Where git stood, in words.</summary>
    public string Git() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Branch ?? "no branch"}{(Head is { Length: >= 10 } head ? $" at {head[..10]}" : "")}, {(Ahead is null ? IsPushed ? "pushed" : "not pushed" : $"{Ahead} ahead of and {Behind} behind {Upstream}")}");

    public override string ToString() => Id;
}
