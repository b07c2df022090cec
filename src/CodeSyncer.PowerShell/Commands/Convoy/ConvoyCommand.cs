using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

/// <summary>A cmdlet that gives convoys with their progress.</summary>
public abstract class ConvoyCommand : LedgerInputCommand
{
    private protected static ConvoyView View(LedgerAccess ledger) => new(ledger.Index(), ledger.Store.Now, ledger.IsAlive);

    private protected static ConvoyInfo Info(Core.Ledger.Convoys.Convoy convoy, LedgerAccess ledger) => new(View(ledger).Of(convoy), ledger.Place);
}
