using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Start, "Polecat", SupportsShouldProcess = true, DefaultParameterSetName = "Again")]
[OutputType(typeof(TownAgentInfo), typeof(SlungBead))]
public sealed class StartPolecatCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Again", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PolecatCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "Next")]
    [ArgumentCompleter(typeof(RigCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Rig { get; set; }

    [Parameter(ParameterSetName = "Next")]
    [ValidateRange(1, 1000)]
    public int Count { get; set; } = 1;

    [Parameter(ParameterSetName = "Next")]
    [ArgumentCompleter(typeof(TownProgramCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Program { get; set; }

    protected override IEnumerable<string> Input => Name;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        var desk = new PolecatDesk(town);
        if (Rig is null)
        {
            ForEach(input, "Start again", name =>
            {
                var slot = WithPatience($"Starting {name}", () => desk.Start(name));
                WriteObject(TownAgentInfo.Of(town).First(agent => agent.Name == slot.Name));
            });
        }
        else if (ShouldProcess(Rig, $"Start agents for the next {Count} beads"))
        {
            var slung = WithPatience("Starting agents", () => desk.StartNext(Rig, Count, Program));
            WriteObject(slung.Select(result => new SlungBead(result, town.Root)), enumerateCollection: true);
        }
    }
}
