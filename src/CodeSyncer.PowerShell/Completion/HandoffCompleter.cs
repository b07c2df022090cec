using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the ids of handoffs, the newest first, each with who left it and what was said.</summary>
public sealed class HandoffCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        HandoffDesk.All(index).Select(handoff => (handoff.Id, $"{handoff.Agent}, {handoff.CreatedAt.LocalDateTime:yyyy-MM-dd HH:mm}: {handoff.Message}"));
}
