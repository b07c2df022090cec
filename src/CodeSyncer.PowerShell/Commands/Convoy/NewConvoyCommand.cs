using System.Management.Automation;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.New, "Convoy", SupportsShouldProcess = true)]
[OutputType(typeof(ConvoyInfo))]
public sealed class NewConvoyCommand : ConvoyCommand
{
    private readonly List<string> _beads = [];

    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Bead { get; set; } = [];

    protected override bool HasInput => _beads.Count > 0;

    protected override void ProcessRecord() => _beads.AddRange(Bead);

    protected override void Execute(LedgerAccess ledger)
    {
        if (ShouldProcess(Name, $"Create convoy of {_beads.Count} beads"))
            WriteObject(Info(ledger.Change((change, ids) => ConvoyRules.Create(change, Name, _beads, ids with { Prefix = Core.Ledger.Convoys.Convoy.IdPrefix })), ledger));
    }
}
