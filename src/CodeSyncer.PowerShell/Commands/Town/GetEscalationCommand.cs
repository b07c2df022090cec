using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "Escalation")]
[OutputType(typeof(EscalationInfo))]
public sealed class GetEscalationCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(EscalationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter All { get; set; }

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        var escalations = new TownReader(town).Escalations(All || Id.Length > 0).Select(escalation => new EscalationInfo(escalation, town.Root)).ToList();
        if (Id.Length == 0)
            WriteObject(escalations, enumerateCollection: true);
        foreach (var id in Id)
            GuardItem(() => WriteObject((escalations.Find(escalation => escalation.Id == id) ?? throw TownErrors.NoEscalation(id)).Whole()), id);
    }
}
