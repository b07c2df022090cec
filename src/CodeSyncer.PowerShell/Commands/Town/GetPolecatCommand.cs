using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "Polecat")]
[OutputType(typeof(TownAgentInfo))]
public sealed class GetPolecatCommand : AgentListCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(PolecatCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => Write(town, Name, isPolecat: true);
}
