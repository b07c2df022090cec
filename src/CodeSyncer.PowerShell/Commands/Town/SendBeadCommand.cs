using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommunications.Send, "Bead", SupportsShouldProcess = true)]
[Alias("sling")]
[OutputType(typeof(SlungBead))]
public sealed class SendBeadCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Bead { get; set; } = [];

    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(SlingTargetCompleter))]
    [ValidateNotNullOrEmpty]
    public string? To { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Convoy { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(TownProgramCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Program { get; set; }

    [Parameter]
    public SwitchParameter WhenReady { get; set; }

    protected override IEnumerable<string> Input => Bead;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        var beads = input.Where(bead => ShouldProcess(bead, $"Sling at {To ?? "its rig"}")).ToList();
        if (beads.Count == 0)
            return;
        var slung = WithPatience("Starting agents", () => new Slinger(town).Sling(beads, To, Program, Convoy, WhenReady));
        WriteObject(slung.Select(result => new SlungBead(result, town.Root)), enumerateCollection: true);
    }
}
