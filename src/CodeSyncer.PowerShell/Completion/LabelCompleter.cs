using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the labels in use.</summary>
public sealed class LabelCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        index.Labels().Select(label => (label.Label, $"{label.Count} beads"));
}
