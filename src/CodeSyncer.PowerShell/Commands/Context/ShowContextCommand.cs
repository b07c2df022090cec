using System.Management.Automation;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Agents;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Show, "Context")]
[OutputType(typeof(string))]
public sealed class ShowContextCommand : RepositoryCommand
{
    protected override void Execute() => WriteObject(SafeText.ForTerminal(PrimeText.For(OpenWorkspace(), null, isShell: true).Render().Text, keepLines: true));
}
