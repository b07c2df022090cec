using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Remove, "Polecat", SupportsShouldProcess = true)]
public sealed class RemovePolecatCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PolecatCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override IEnumerable<string> Input => Name;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => ForEach(input, "Remove polecat and its work tree", name => new PolecatDesk(town).Remove(name, Force));
}
