using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Remove, "Crew", SupportsShouldProcess = true)]
public sealed class RemoveCrewCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CrewCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override IEnumerable<string> Input => Name;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => ForEach(input, "Remove crew and its work tree", name => new CrewDesk(town).Remove(name, Force));
}
