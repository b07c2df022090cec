using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>A cmdlet that changes beads, named or from the pipeline, in one transaction.</summary>
public abstract class BeadsCommand : LedgerCommand
{
    private readonly List<string> _ids = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override bool HasInput => _ids.Count > 0;

    /// <summary>What is done, as ShouldProcess says it.</summary>
    protected abstract string Action { get; }

    protected override void ProcessRecord() => _ids.AddRange(Id);

    protected sealed override void Execute(LedgerAccess ledger)
    {
        var wanted = _ids.Where(id => ShouldProcess(id, Action)).ToList();
        if (wanted.Count == 0)
            return;
        var beads = Change(ledger, wanted);
        if (PassThru)
            Write(beads, ledger);
    }

    protected abstract IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids);
}
