using CodeSyncer.Platform.Work;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What Restore-WorkHook did.</summary>
public sealed class WorkHookRestore : TerminalText
{
    internal WorkHookRestore(RestoreResult result)
    {
        var state = result.Work.State;
        Id = result.Work.Id;
        Time = state.Time.LocalDateTime;
        Branch = state.Branch;
        Head = state.Head;
        WorkTree = result.WorkTree;
        Written = [.. result.Written];
        Deleted = [.. result.Deleted];
        MovedHead = result.MovedHead;
        OperationLeftOut = result.OperationLeftOut;
        LeftOut = [.. result.LeftOut.Select(left => $"{left.Path} {left.Reason}")];
    }

    /// <summary>Of the save.</summary>
    public string Id { get; }

    public DateTime Time { get; }

    public string? Branch { get; }

    public string? Head { get; }

    /// <summary>The work tree that holds it now.</summary>
    public string WorkTree { get; }

    public string[] Written { get; }

    public string[] Deleted { get; }

    /// <summary>HEAD stands on the commit of the save again, and did not before.</summary>
    public bool MovedHead { get; }

    /// <summary>The operation that was in progress, where it could not be taken up here.</summary>
    public string? OperationLeftOut { get; }

    /// <summary>What the save does not hold, and why.</summary>
    public string[] LeftOut { get; }

    public override string ToString() => Id;
}
