using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "Town")]
[OutputType(typeof(TownInfo))]
public sealed class GetTownCommand : TownCommand
{
    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => WriteObject(TownInfo.Of(town));
}
