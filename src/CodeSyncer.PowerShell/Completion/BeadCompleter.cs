using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the ids of beads that are not closed, each with its title.</summary>
public sealed class BeadCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        index.Beads(new BeadQuery()).Select(bead => (bead.Id, bead.Title));
}
