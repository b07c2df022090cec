using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the types of beads that have a meaning, and those in use.</summary>
public sealed class BeadTypeCompleter : LedgerCompleter
{
    private protected override IEnumerable<string> Words(string command) => BeadType.Known;

    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) => index.BeadTypes().Select(type => (type, ""));
}
