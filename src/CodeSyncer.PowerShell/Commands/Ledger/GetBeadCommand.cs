using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Records;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Get, "Bead", DefaultParameterSetName = "Filter")]
[OutputType(typeof(BeadInfo), typeof(BeadTraceInfo))]
public sealed class GetBeadCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(ParameterSetName = "Id")]
    public SwitchParameter Trace { get; set; }

    [Parameter(ParameterSetName = "Filter")]
    public SwitchParameter Ready { get; set; }

    [Parameter(ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[] Status { get; set; } = [];

    [Parameter(ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(BeadTypeCompleter))]
    public string? Type { get; set; }

    [Parameter(ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string? Assignee { get; set; }

    [Parameter(ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public string[] Label { get; set; } = [];

    [Parameter(ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(ConvoyCompleter))]
    public string? Convoy { get; set; }

    [Parameter(ParameterSetName = "Filter")]
    public string? Text { get; set; }

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var index = Ask(ledger);
        if (ParameterSetName == "Filter")
            Write(index.Beads(Query(ledger)), ledger);
        foreach (var id in input)
        {
            GuardItem(
                () =>
                {
                    var bead = ledger.FindBead(id);
                    if (Trace)
                        WriteObject(BeadTraces.Of(TownScope.OfLedger(ledger.Place), bead, Cancelled).SelectMany(trace => BeadTraceInfo.Of(bead.Id, trace)), enumerateCollection: true);
                    else
                        WriteObject(Shown(Info(bead, ledger), input.Count == 1));
                },
                id);
        }
    }

    /// <summary>One bead that was asked for is shown whole, not as a row.</summary>
    private static object Shown(BeadInfo bead, bool isWhole) => isWhole ? bead.Whole() : bead;

    private BeadQuery Query(LedgerAccess ledger)
    {
        var isAll = Status.Contains("all", StringComparer.OrdinalIgnoreCase);
        return new BeadQuery
        {
            ReadyAt = Ready ? ledger.Store.Now : null,
            Statuses = Status.Length == 0 || isAll ? null : Status,
            AnyStatus = isAll,
            Type = Type,
            Assignee = Assignee,
            Labels = Label,
            Ids = Convoy is null ? null : ledger.Index().Item(LedgerPath.Convoys, ledger.FindConvoy(Convoy))!.StringList("beads"),
            Text = Text,
        };
    }
}
