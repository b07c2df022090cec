using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Get, "Bead", DefaultParameterSetName = "Filter")]
[OutputType(typeof(BeadInfo))]
public sealed class GetBeadCommand : LedgerCommand
{
    private readonly List<string> _ids = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(ParameterSetName = "Filter")]
    public SwitchParameter Ready { get; set; }

    [Parameter(ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[] Status { get; set; } = [];

    [Parameter(ParameterSetName = "Filter")]
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

    protected override bool HasInput => _ids.Count > 0;

    protected override void ProcessRecord() => _ids.AddRange(Id);

    protected override void Execute(LedgerAccess ledger)
    {
        if (ParameterSetName == "Id")
        {
            foreach (var id in _ids)
                GuardItem(() => WriteObject(Info(ledger.FindBead(id), ledger)), id);
            return;
        }

        var index = ledger.Index();
        var isAll = Status.Contains("all", StringComparer.OrdinalIgnoreCase);
        Write(index.Beads(new BeadQuery
        {
            ReadyAt = Ready ? ledger.Store.Now : null,
            Statuses = Status.Length == 0 || isAll ? null : Status,
            AnyStatus = isAll,
            Type = Type,
            Assignee = Assignee,
            Labels = Label,
            Ids = Convoy is null ? null : index.Item(LedgerPath.Convoys, ledger.FindConvoy(Convoy))!.StringList("beads"),
            Text = Text,
        }), ledger);
    }
}
