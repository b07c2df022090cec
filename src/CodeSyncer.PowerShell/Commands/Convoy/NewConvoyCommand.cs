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
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Bead { get; set; } = [];

    protected override bool MaySpan => false;

    protected override IEnumerable<string> Input => Bead;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        if (ShouldProcess(Name, $"Create convoy of {input.Count} beads"))
            WriteObject(Info(ledger.Change((change, ids) => ConvoyRules.Create(change, Name, input, ids with { Prefix = Core.Ledger.Convoys.Convoy.IdPrefix })), ledger));
    }
}
