using CodeSyncer.Platform.Ledger.Sync;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What Sync-Ledger did.</summary>
public sealed class LedgerUpdate : TerminalText
{
    internal LedgerUpdate(LedgerSyncResult result)
    {
        Remote = result.Remote;
        Taken = result.Taken;
        Merged = result.Merged;
        Pushed = result.Pushed;
        Commit = result.Tip;
        Moved = [.. result.Moved.Select(move => $"{move.Old} -> {move.New}")];
        Cycles = [.. result.Cycles.Select(cycle => string.Join(" -> ", cycle))];
    }

    public string Remote { get; }

    /// <summary>Items that came from the remote, or changed by merging with it.</summary>
    public int Taken { get; }

    public bool Merged { get; }

    public bool Pushed { get; }

    /// <summary>The commit that both ledgers stand at.</summary>
    public string? Commit { get; }

    /// <summary>Beads of ours that took another id, because the remote had another bead under theirs.</summary>
    public string[] Moved { get; }

    public string[] Cycles { get; }
}
