using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.New, "Crew", SupportsShouldProcess = true)]
[OutputType(typeof(TownAgentInfo))]
public sealed class NewCrewCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(RigCompleter))]
    [ValidateNotNullOrEmpty]
    public string Rig { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(TownProgramCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Program { get; set; }

    protected override IEnumerable<string> Input => Name;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        var profile = Program is null ? null : AgentPrograms.Find(town.Settings, Program).Profile;
        ForEach(input, $"Make a work tree of {Rig}", name =>
        {
            var path = WithPatience($"Making the work tree of {name}", () => new CrewDesk(town).Add(Rig, name, profile));
            WriteObject(TownAgentInfo.Of(town).First(agent => agent.Path == path));
        });
    }
}
