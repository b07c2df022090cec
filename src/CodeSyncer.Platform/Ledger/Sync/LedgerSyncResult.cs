namespace CodeSyncer.Platform.Ledger.Sync;

/// <summary>What a sync did.</summary>
public sealed record LedgerSyncResult(string Remote)
{
    /// <summary>The commit that both stand at; null: both are empty.</summary>
    public string? Tip { get; init; }

    /// <summary>Items that came from the remote or changed by merging with it.</summary>
    public int Taken { get; internal set; }

    /// <summary>Both had changed.</summary>
    public bool Merged { get; internal set; }

    /// <summary>The remote got something.</summary>
    public bool Pushed { get; init; }

    /// <summary>Beads of ours that took another id, because the remote had another bead under theirs.</summary>
    public IReadOnlyList<(string Old, string New)> Moved { get; internal set; } = [];

    /// <summary>Cycles of dependencies that both sides close together; a person removes the edge that is wrong.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles { get; internal set; } = [];
}
