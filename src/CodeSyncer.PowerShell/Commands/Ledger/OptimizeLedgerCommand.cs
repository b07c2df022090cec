using System.Management.Automation;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Optimize, "Ledger", SupportsShouldProcess = true)]
[OutputType(typeof(LedgerPacking))]
public sealed class OptimizeLedgerCommand : LedgerCommand
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        if (!ShouldProcess(ledger.Store.Repository.Directory, "Pack the ledger"))
            return;
        var (before, after) = LedgerUpkeep.Optimize(ledger.Store.Repository);
        if (PassThru)
            WriteObject(new LedgerPacking(before, after, ledger.Place));
    }
}
