using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the types of dependencies.</summary>
public sealed class DependencyTypeCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        DependencyType.Known.Select(type => (type, ""));
}
