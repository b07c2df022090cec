using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "Crew")]
[OutputType(typeof(TownAgentInfo))]
public sealed class GetCrewCommand : AgentListCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(CrewCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => Write(town, Name, isPolecat: false);
}
