namespace CodeSyncer.Platform.Ledger.Index;

/// <summary>How listed beads are ordered.</summary>
public enum BeadSort
{
    /// <summary>The most urgent first, and of these the newest.</summary>
    Priority,

    /// <summary>The oldest first.</summary>
    Oldest,

    Id,
}
