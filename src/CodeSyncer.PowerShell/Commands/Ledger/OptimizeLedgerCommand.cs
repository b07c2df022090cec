using System.Management.Automation;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Optimize, "Ledger", SupportsShouldProcess = true)]
[OutputType(typeof(LedgerSize))]
public sealed class OptimizeLedgerCommand : LedgerCommand
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        if (!ShouldProcess(ledger.Store.Repository.Directory, "Pack the ledger"))
            return;
        var (_, after) = LedgerUpkeep.Optimize(ledger.Store.Repository);
        if (PassThru)
            WriteObject(after);
    }
}
