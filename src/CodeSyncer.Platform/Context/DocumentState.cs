namespace CodeSyncer.Platform.Context;

/// <summary>What became of one document.</summary>
public enum DocumentState
{
    Unchanged,
    Written,

    /// <summary>With <c>--check</c>: it is not what it would be now.</summary>
    Stale,

    /// <summary>Left alone; the reason says why.</summary>
    Skipped,

    /// <summary>Taken away, because its name cannot be ours at the moment.</summary>
    Removed,
}
