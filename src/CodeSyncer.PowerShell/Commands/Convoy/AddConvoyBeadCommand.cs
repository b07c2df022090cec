using System.Management.Automation;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.Add, "ConvoyBead", SupportsShouldProcess = true)]
[OutputType(typeof(ConvoyInfo))]
public sealed class AddConvoyBeadCommand : ConvoyCommand
{
    private readonly List<string> _beads = [];

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

    protected override bool HasInput => _beads.Count > 0;

    protected override void ProcessRecord() => _beads.AddRange(Bead);

    protected override void Execute(LedgerAccess ledger)
    {
        var wanted = _beads.Where(id => ShouldProcess(id, "Add bead to convoy")).ToList();
        if (wanted.Count == 0)
            return;
        var convoy = ledger.Change(change => ConvoyRules.Add(change, Convoy, wanted));
        if (PassThru)
            WriteObject(Info(convoy, ledger));
    }
}
