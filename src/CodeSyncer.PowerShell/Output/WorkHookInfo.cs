using System.Management.Automation;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One save of an agent's work.</summary>
public sealed class WorkHookInfo : TerminalText
{
    private readonly SavedWork _work;

    internal WorkHookInfo(SavedWork work, string repository, string? difference = null)
    {
        _work = work;
        Repository = repository;
        Difference = difference;
    }

    public string Id => _work.Id;

    public string ShortId => _work.ShortId;

    public DateTime Time => _work.State.Time.LocalDateTime;

    public string Agent => _work.State.Agent;

    /// <summary>Null: HEAD was on none.</summary>
    public string? Branch => _work.State.Branch;

    public string? Head => _work.State.Head;

    /// <summary>A merge, a rebase... that was in progress.</summary>
    public string? Operation => _work.State.Operation;

    public string? Bead => _work.State.Bead;

    public string? Step => _work.State.Step;

    public string? Note => _work.State.Note;

    /// <summary>The message of the last handoff on the branch.</summary>
    public string? Handoff => _work.State.Handoff;

    /// <summary>Why it was saved.</summary>
    public string Event => _work.State.Event;

    /// <summary>How many files were, in the work tree or staged, not as in HEAD.</summary>
    public int Changed => _work.State.ChangedCount;

    /// <summary>The first of them.</summary>
    public string[] ChangedPaths => [.. _work.State.Changed];

    /// <summary>The branch or commit that was left, where a switch took edits along.</summary>
    public string? CarriedFrom => _work.State.Carried?.From;

    public string[] CarriedPaths => [.. _work.State.Carried?.Paths ?? []];

    /// <summary>What is not in it, and why.</summary>
    public string[] LeftOut => [.. _work.State.LeftOut.Select(left => $"{left.Path} {left.Reason}")];

    public int LeftOutCount => _work.State.LeftOutCount;

    /// <summary>The unpushed commits were too large to be kept as well.</summary>
    public bool IsHistoryLeftOut => _work.State.IsHistoryLeftOut;

    public string? Session => _work.State.Session;

    public string? Generation => _work.State.Generation;

    /// <summary>The work tree that was saved.</summary>
    public string WorkTree => _work.State.WorkTree;

    /// <summary>What restoring it would change in the files now, as a patch; null: it was not asked for.</summary>
    public string? Difference { get; }

    /// <summary>The repository that it was looked up in.</summary>
    public string Repository { get; }

    public override string ToString() => Id;

    /// <summary>The same object among those of others: its row says whose it is.</summary>
    internal PSObject Among()
    {
        var shown = new PSObject(this);
        shown.TypeNames.Insert(0, GetType().FullName + "#Among");
        return shown;
    }
}
