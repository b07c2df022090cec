using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.New, "Escalation", SupportsShouldProcess = true)]
[OutputType(typeof(EscalationInfo))]
public sealed class NewEscalationCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Subject { get; set; } = "";

    [Parameter(Position = 1)]
    public string Body { get; set; } = "";

    [Parameter]
    [ArgumentCompleter(typeof(SeverityCompleter))]
    [ValidateNotNullOrEmpty]
    public string Severity { get; set; } = Core.Town.Severity.Medium;

    [Parameter]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Bead { get; set; }

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (!ShouldProcess(Subject, "Raise to the mayor"))
            return;
        var bead = Bead is null ? null : town.Store.Index().Resolve(LedgerPath.Beads, Bead) is [var only] ? only : throw LedgerErrors.UnknownBead(Bead);
        WriteObject(new EscalationInfo(town.Store.Change(town.Actor, (change, ids) => EscalationRules.Raise(change, Severity, Subject, Body, bead, ids)), town.Root));
    }
}
