using System.Management.Automation;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.Close, "Convoy", SupportsShouldProcess = true)]
[OutputType(typeof(ConvoyInfo))]
public sealed class CloseConvoyCommand : ConvoyCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConvoyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public string? Reason { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var wanted = input.Where(id => ShouldProcess(id, "Close convoy")).ToList();
        if (wanted.Count == 0)
            return;
        var convoys = ledger.Change(change => wanted.Select(id => ConvoyRules.Close(change, id, Reason)).ToList());
        if (PassThru)
            WriteObject(convoys.Select(convoy => Info(convoy, ledger)), enumerateCollection: true);
    }
}
