using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Remove, "Bead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BeadInfo))]
public sealed class RemoveBeadCommand : BeadsCommand
{
    [Parameter]
    public string? Reason { get; set; }

    protected override string Action => "Delete bead";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change(change => ids.Select(id => BeadRules.Delete(change, id, Reason)).ToList());
}
