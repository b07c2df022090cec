using System.Collections;
using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Set, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class SetBeadCommand : BeadsCommand
{
    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    [Parameter]
    [ValidateRange(0, 4)]
    public int? Priority { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(BeadTypeCompleter))]
    public string? Type { get; set; }

    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string? Assignee { get; set; }

    [Parameter]
    public DateTime? DeferUntil { get; set; }

    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(BeadCompleter))]
    public string? Parent { get; set; }

    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RigCompleter))]
    public string? Rig { get; set; }

    [Parameter]
    public string[] AddLabel { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public string[] RemoveLabel { get; set; } = [];

    [Parameter]
    public Hashtable? Field { get; set; }

    [Parameter]
    public SwitchParameter Reopen { get; set; }

    protected override string Action => "Change bead";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids)
    {
        var edits = Edits().ToList();
        return ledger.Change(change => ids.Select(id =>
        {
            var bead = BeadLookup.FindLiving(change, id);
            if (Reopen)
                bead = BeadRules.Reopen(change, bead.Id);
            if (edits.Count > 0)
                bead = BeadRules.Update(change, bead.Id, edits);
            if (AddLabel.Length + RemoveLabel.Length > 0)
                bead = BeadRules.Label(change, bead.Id, AddLabel, RemoveLabel);
            return Parent is null ? bead : BeadDependencies.SetParent(change, bead.Id, Parent.Length == 0 ? null : Parent);
        }).ToList());
    }

    private IEnumerable<BeadEdit> Edits()
    {
        (string Field, string? Value)[] named =
        [
            ("title", Title), ("description", Description), ("status", Status), ("priority", Priority?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("issue_type", Type), ("assignee", Assignee), ("rig", Rig), ("defer_until", DeferUntil is { } until ? LedgerTime.Write(new DateTimeOffset(until)) : null),
        ];
        return named.Where(edit => edit.Value is not null).Select(edit => new BeadEdit(edit.Field, edit.Value!))
            .Concat(Field is null ? [] : Field.Cast<DictionaryEntry>().Select(entry => new BeadEdit(entry.Key.ToString()!, LanguagePrimitives.ConvertTo<string>(entry.Value) ?? "")));
    }
}
