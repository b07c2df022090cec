using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Stop, "Polecat", SupportsShouldProcess = true)]
[OutputType(typeof(TownAgentInfo))]
public sealed class StopPolecatCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PolecatCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override IEnumerable<string> Input => Name;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => ForEach(input, "Stop polecat", name =>
    {
        var slot = WithPatience($"Stopping {name}", () => new PolecatDesk(town).Stop(name));
        if (PassThru)
            WriteObject(TownAgentInfo.Of(town).First(agent => agent.Name == slot.Name));
    });
}
