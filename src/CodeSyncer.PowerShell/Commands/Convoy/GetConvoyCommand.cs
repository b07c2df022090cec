using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.Get, "Convoy", DefaultParameterSetName = "List")]
[OutputType(typeof(ConvoyInfo))]
public sealed class GetConvoyCommand : ConvoyCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConvoyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(ParameterSetName = "List")]
    public SwitchParameter All { get; set; }

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var index = Ask(ledger);
        if (ParameterSetName == "List")
            WriteObject(View(ledger).All().Where(convoy => All || !convoy.Convoy.IsClosed).Select(convoy => new ConvoyInfo(convoy, ledger.Place)), enumerateCollection: true);
        foreach (var id in input)
            GuardItem(() => WriteObject(Shown(Info(new(index.Item(LedgerPath.Convoys, ledger.FindConvoy(id))!), ledger), input.Count == 1)), id);
    }

    /// <summary>One convoy that was asked for is shown with its beads, not as a row.</summary>
    private static object Shown(ConvoyInfo convoy, bool isWhole) => isWhole ? convoy.Whole() : convoy;
}
