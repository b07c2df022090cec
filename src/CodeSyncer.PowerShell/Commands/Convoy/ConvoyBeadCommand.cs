using System.Management.Automation;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Convoy;

/// <summary>A cmdlet that puts beads into a convoy or takes them out, all in one transaction.</summary>
public abstract class ConvoyBeadCommand : ConvoyCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ConvoyCompleter))]
    [ValidateNotNullOrEmpty]
    public string Convoy { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Bead { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected sealed override bool MaySpan => false;

    protected sealed override IEnumerable<string> Input => Bead;

    /// <summary>What is done, as ShouldProcess says it.</summary>
    protected abstract string Action { get; }

    protected sealed override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var wanted = input.Where(id => ShouldProcess(id, Action)).ToList();
        if (wanted.Count == 0)
            return;
        var convoy = Change(ledger, wanted);
        if (PassThru)
            WriteObject(Info(convoy, ledger));
    }

    protected abstract Core.Ledger.Convoys.Convoy Change(LedgerAccess ledger, IReadOnlyList<string> beads);
}
