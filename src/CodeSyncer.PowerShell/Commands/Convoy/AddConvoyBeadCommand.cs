using System.Management.Automation;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.Add, "ConvoyBead", SupportsShouldProcess = true)]
[OutputType(typeof(ConvoyInfo))]
public sealed class AddConvoyBeadCommand : ConvoyBeadCommand
{
    protected override string Action => "Add bead to convoy";

    protected override Core.Ledger.Convoys.Convoy Change(LedgerAccess ledger, IReadOnlyList<string> beads) =>
        ledger.Change(change => ConvoyRules.Add(change, Convoy, beads));
}
