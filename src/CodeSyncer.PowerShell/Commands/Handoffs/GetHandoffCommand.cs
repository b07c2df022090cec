using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Handoffs;

/// <summary>Looks at handoffs, newest first, and takes none: that happens where a session goes on with it. Here -Agent says whose.</summary>
[Cmdlet(VerbsCommon.Get, "Handoff", DefaultParameterSetName = "Filter")]
[OutputType(typeof(HandoffInfo))]
public sealed class GetHandoffCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HandoffCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(ParameterSetName = "Filter")]
    public SwitchParameter Waiting { get; set; }

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var index = Ask(ledger);
        var all = HandoffDesk.All(index).ToList();
        var last = all.GroupBy(handoff => (handoff.Agent, handoff.WorkTree))
            .Select(group => HandoffRules.Last(group, group.Key.Agent, group.Key.WorkTree)!.Id).ToHashSet(StringComparer.Ordinal);
        HandoffInfo Info(Handoff handoff) => new(handoff, last.Contains(handoff.Id), ledger.Place);

        if (ParameterSetName == "Filter")
        {
            WriteObject(all.Where(handoff => Agent is null || handoff.Agent == Agent).Select(Info)
                .Where(info => !Waiting || info.State == HandoffInfo.Waiting), enumerateCollection: true);
        }

        foreach (var id in input)
        {
            GuardItem(() =>
            {
                var info = Info(Find(index, id));
                WriteObject(input.Count == 1 ? info.Whole() : info);
            }, id);
        }
    }

    private static Handoff Find(LedgerIndex index, string part)
    {
        var ids = index.Resolve(LedgerPath.Handoffs, part);
        return ids.Count switch
        {
            0 => throw HandoffErrors.Unknown(part),
            1 => new Handoff(index.Item(LedgerPath.Handoffs, ids[0])!),
            _ => throw HandoffErrors.Ambiguous(part, ids),
        };
    }
}
