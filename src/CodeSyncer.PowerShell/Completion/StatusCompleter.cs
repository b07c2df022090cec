using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the states that have a meaning, and those in use.</summary>
public sealed class StatusCompleter : LedgerCompleter
{
    private protected override IEnumerable<string> Words(string command) =>
        command.StartsWith("Get", StringComparison.OrdinalIgnoreCase) ? [.. BeadStatus.Known, "all"] : BeadStatus.Known;

    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        index.BeadCounts().Select(count => (count.Status, $"{count.Count} beads"));
}
