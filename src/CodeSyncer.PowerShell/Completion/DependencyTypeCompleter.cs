using CodeSyncer.Core.Ledger;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the types of dependencies.</summary>
public sealed class DependencyTypeCompleter : LedgerCompleter
{
    private protected override IEnumerable<string> Words(string command) => DependencyType.Known;
}
