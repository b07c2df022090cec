using CodeSyncer.Core.Ledger.Convoys;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A convoy with how far it is.</summary>
public sealed class ConvoyInfo : TerminalText
{
    private const int BarWidth = 16;

    private readonly ConvoyProgress _progress;

    internal ConvoyInfo(ConvoyProgress progress, string repository)
    {
        _progress = progress;
        Repository = repository;
    }

    public string Id => _progress.Convoy.Id;

    public string Name => _progress.Convoy.Name;

    /// <summary><c>Open</c>, <c>Landed</c>, <c>Stranded</c>, <c>Empty</c> or <c>Closed</c>.</summary>
    public string Status => _progress.Status.ToString();

    public int Total => _progress.Total;

    public int Done => _progress.Done;

    public int InProgress => _progress.InProgress;

    public int Ready => _progress.Ready;

    public int Blocked => _progress.Blocked;

    public int Stranded => _progress.Stranded;

    /// <summary>In whole percent, rounded down.</summary>
    public int Percent => _progress.Percent;

    public string[] Beads => [.. _progress.Convoy.Beads];

    /// <summary>Ids of what is left, in layers that can be done side by side.</summary>
    public string[][] Waves => [.. _progress.Waves.Select(wave => wave.ToArray())];

    /// <summary>Who waits for what, as <c>ID &lt;- ID, ID</c>.</summary>
    public string[] Waiting => [.. _progress.Beads.Where(bead => bead.BlockedBy.Count > 0).Select(bead => $"{bead.Bead.Id} <- {string.Join(", ", bead.BlockedBy.Select(reason => reason.Id))}")];

    /// <summary>Done, in progress, ready and the rest, in 16 cells.</summary>
    public string Bar => ConvoyBar.Bar(_progress, BarWidth);

    public string Repository { get; }

    /// <summary>Progress in words: <c>3/7 done, 1 ready, 3 blocked</c>; only what there is.</summary>
    public string Counts => ConvoyBar.Counts(_progress, isAscii: true);

    /// <summary>Its beads, wave by wave, each with what it waits for; safe to show.</summary>
    public string Plan() => string.Join('\n', ConvoyText.Show(_progress).Skip(2));

    public override string ToString() => Id;
}
