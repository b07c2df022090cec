using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the ids of convoys, each with its name.</summary>
public sealed class ConvoyCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        index.Items(LedgerPath.Convoys).Select(convoy => (convoy.String("id") ?? "", convoy.String("name") ?? ""));
}
