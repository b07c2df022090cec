using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.New, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class NewBeadCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Title { get; set; } = [];

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(BeadTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string Type { get; set; } = BeadType.Task;

    [Parameter]
    [ValidateRange(0, 4)]
    public int Priority { get; set; } = 2;

    [Parameter]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public string[] Label { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(BeadCompleter))]
    public string? Parent { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RigCompleter))]
    public string? Rig { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(BeadCompleter))]
    public string[] DependsOn { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string? Assignee { get; set; }

    protected override IEnumerable<string> Input => Title;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var drafts = input.Where(title => ShouldProcess(title, "Create bead")).Select(Draft).ToList();
        if (drafts.Count > 0)
            Write(ledger.Change((change, ids) => BeadCreation.Create(change, drafts, ids)), ledger);
    }

    private BeadDraft Draft(string title) => new(title)
    {
        Id = Id,
        IssueType = Type,
        Priority = Priority,
        Labels = Label,
        Parent = Parent,
        Assignee = Assignee,
        Dependencies = [.. DependsOn.Select(text => text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (DependencyType.Blocks, text))],
        Fields = [.. new[] { ("description", Description), ("rig", Rig) }.Where(field => field.Item2 is not null).Select(field => new BeadEdit(field.Item1, field.Item2!))],
    };
}
