using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>A cmdlet on the ledger of a repository. Its input is collected: all of it becomes one transaction.</summary>
public abstract class LedgerCommand : CodeSyncerCommand
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Repository { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Agent { get; set; }

    /// <summary>False where the pipeline gave nothing: then nothing is asked and nothing done.</summary>
    protected virtual bool HasInput => true;

    protected sealed override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && !HasInput)
            return;
        Guard(() =>
        {
            using var ledger = new LedgerAccess(Repository is null ? CurrentDirectory : FullPath(Repository), Agent);
            Execute(ledger);
        }, Repository ?? CurrentDirectory);
    }

    /// <summary>The cmdlet's work, once its input has ended.</summary>
    protected abstract void Execute(LedgerAccess ledger);

    private protected static BeadInfo Info(Bead bead, LedgerAccess ledger) => new(bead, ledger.Repository.WorkTree ?? ledger.Repository.GitDirectory);

    private protected void Write(IEnumerable<Bead> beads, LedgerAccess ledger) =>
        WriteObject(beads.Select(bead => Info(bead, ledger)), enumerateCollection: true);
}
