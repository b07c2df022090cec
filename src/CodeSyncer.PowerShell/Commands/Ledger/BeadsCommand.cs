using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>A cmdlet that changes beads, named or from the pipeline, in one transaction.</summary>
public abstract class BeadsCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected sealed override IEnumerable<string> Input => Id;

    /// <summary>What is done, as ShouldProcess says it.</summary>
    protected abstract string Action { get; }

    protected sealed override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var wanted = input.Where(id => ShouldProcess(id, Action)).ToList();
        if (wanted.Count == 0)
            return;
        var beads = Change(ledger, wanted);
        if (PassThru)
            Write(beads, ledger);
    }

    protected abstract IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids);
}
