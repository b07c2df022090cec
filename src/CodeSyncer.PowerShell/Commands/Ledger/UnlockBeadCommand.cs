using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Unlock, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class UnlockBeadCommand : BeadsCommand
{
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override string Action => "Release bead";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change(change => ids.Select(id => BeadClaims.Release(change, id, ledger.IsAlive, Force)).ToList());
}
