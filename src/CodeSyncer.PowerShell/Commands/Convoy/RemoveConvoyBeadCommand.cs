using System.Management.Automation;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.Remove, "ConvoyBead", SupportsShouldProcess = true)]
[OutputType(typeof(ConvoyInfo))]
public sealed class RemoveConvoyBeadCommand : ConvoyBeadCommand
{
    protected override string Action => "Take bead out of convoy";

    protected override Core.Ledger.Convoys.Convoy Change(LedgerAccess ledger, IReadOnlyList<string> beads) =>
        ledger.Change(change => ConvoyRules.Remove(change, Convoy, beads));
}
