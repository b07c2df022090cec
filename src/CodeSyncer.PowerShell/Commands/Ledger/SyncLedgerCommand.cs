using System.Management.Automation;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Sync;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsData.Sync, "Ledger", SupportsShouldProcess = true)]
[OutputType(typeof(LedgerUpdate))]
public sealed class SyncLedgerCommand : LedgerCommand
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Remote { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        var remote = Remote ?? ledger.DefaultRemote();
        if (!ShouldProcess(remote, "Sync the ledger"))
            return;
        var result = new LedgerSync(ledger.Store, ledger.Repository, ledger.Actor).Run(remote);
        foreach (var (old, now) in result.Moved)
            Warn($"the remote has another bead '{old}': yours is '{now}' now");
        foreach (var cycle in result.Cycles)
            Warn($"both sides together close a cycle: {string.Join(" -> ", cycle)}: remove one of these dependencies with Remove-BeadDependency");
        if (PassThru)
            WriteObject(new LedgerUpdate(result));
    }
}
