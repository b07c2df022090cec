using System.Management.Automation;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Handoffs;

/// <summary>Saves the work and leaves a handoff. Lines that come down the pipeline are one message.</summary>
[Cmdlet(VerbsCommon.New, "Handoff", SupportsShouldProcess = true)]
[OutputType(typeof(HandoffInfo))]
public sealed class NewHandoffCommand : LedgerCommand
{
    private readonly List<string> _lines = [];

    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string? Message { get; set; }

    [Parameter]
    public string? Test { get; set; }

    protected override void ProcessRecord()
    {
        if (Message is not null)
            _lines.Add(Message);
    }

    protected override void Execute(LedgerAccess ledger)
    {
        if (!ShouldProcess(ledger.Place, $"Save the work and leave a handoff of '{ledger.Actor.Name}'"))
            return;
        var message = string.Join('\n', _lines).Trim();
        var desk = new HandoffDesk(Workspace.Open(Place), ledger.Actor);
        var left = WithPatience("Leaving a handoff", () => desk.Leave(message.Length == 0 ? null : message, Test));
        WriteObject(new HandoffInfo(left, isLast: true, ledger.Place));
    }
}
