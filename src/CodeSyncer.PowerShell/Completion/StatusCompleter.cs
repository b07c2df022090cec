using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the states that have a meaning, and those in use.</summary>
public sealed class StatusCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        BeadStatus.Known.Append("all").Union(index.BeadCounts().Select(count => count.Status)).Select(status => (status, ""));
}
