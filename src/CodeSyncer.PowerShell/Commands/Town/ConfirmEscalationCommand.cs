using System.Management.Automation;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Confirm, "Escalation", SupportsShouldProcess = true)]
[OutputType(typeof(EscalationInfo))]
public sealed class ConfirmEscalationCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EscalationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override IEnumerable<string> Input => Id;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) => ForEach(input, "Acknowledge", id =>
    {
        var seen = town.Store.Change(town.Actor, (change, _) => EscalationRules.Acknowledge(change, id));
        if (PassThru)
            WriteObject(new EscalationInfo(seen, town.Root));
    });
}
