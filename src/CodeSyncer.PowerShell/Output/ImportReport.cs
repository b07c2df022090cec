using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What an import did; with -WhatIf, what it would do.</summary>
public sealed class ImportReport : TerminalText
{
    internal ImportReport(ImportResult result, string path, bool isDone)
    {
        Path = path;
        IsDone = isDone;
        Created = [.. result.Created];
        Updated = [.. result.Updated];
        Unchanged = result.Unchanged.Count;
        Older = [.. result.Older];
        Deleted = [.. result.Deleted];
        Dangling = [.. result.Dangling.Select(edge => $"{edge.From} -> {edge.Type}:{edge.To}")];
        Cycles = [.. result.Cycles.Select(cycle => string.Join(" -> ", cycle))];
    }

    public string Path { get; }

    /// <summary>False: nothing was changed.</summary>
    public bool IsDone { get; }

    public string[] Created { get; }

    public string[] Updated { get; }

    public int Unchanged { get; }

    /// <summary>Records that are older than what the ledger has.</summary>
    public string[] Older { get; }

    /// <summary>Records of beads that are deleted here.</summary>
    public string[] Deleted { get; }

    /// <summary>Dependencies on beads that are not here; they are kept.</summary>
    public string[] Dangling { get; }

    public string[] Cycles { get; }
}
