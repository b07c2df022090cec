using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the agents that are known.</summary>
public sealed class AgentCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        Mailroom.Book(index).Known.Select(agent => (agent, ""));
}
