using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Remove, "Rig", SupportsShouldProcess = true)]
public sealed class RemoveRigCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RigCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override IEnumerable<string> Input => Name;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => ForEach(input, "Remove rig", name => new RigDesk(town).Remove(name, Force));
}
