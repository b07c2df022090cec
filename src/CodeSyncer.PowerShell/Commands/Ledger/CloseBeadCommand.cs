using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Close, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class CloseBeadCommand : BeadsCommand
{
    [Parameter]
    public string? Reason { get; set; }

    protected override string Action => "Close bead";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change(change => ids.Select(id => BeadRules.Close(change, id, Reason)).ToList());
}
