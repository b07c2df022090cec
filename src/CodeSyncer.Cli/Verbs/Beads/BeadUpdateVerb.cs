using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead update</c>.</summary>
internal static class BeadUpdateVerb
{
    private static readonly (string Option, string Field)[] Named =
    [
        ("--title", "title"), ("--description", "description"), ("--design", "design"), ("--acceptance", "acceptance_criteria"), ("--notes", "notes"),
        ("--status", "status"), ("--priority", "priority"), ("--type", "issue_type"), ("--assignee", "assignee"), ("--defer-until", "defer_until"),
        ("--due", "due_at"), ("--external-ref", "external_ref"), ("--rig", "rig"),
    ];

    public static Command Create()
    {
        var id = new Argument<string>("id");
        var named = Named.Select(entry => (Option: new Option<string?>(entry.Option) { HelpName = "V" }, entry.Field)).ToList();
        var set = new Option<string[]>("--set") { Description = "Any field by its name; an empty value clears it; may be repeated.", HelpName = "FIELD=VALUE" };
        var parent = new Option<string?>("--parent") { Description = "Move it below this bead; '' takes it out.", HelpName = "ID" };
        var command = new Command("update", "Changes fields of a bead.") { id, set, parent };
        foreach (var (option, _) in named)
            command.Options.Add(option);
        return command.OnLedger((result, session) =>
        {
            var edits = named.Where(entry => result.GetValue(entry.Option) is not null).Select(entry => new BeadEdit(entry.Field, result.GetValue(entry.Option)!))
                .Concat((result.GetValue(set) ?? []).Select(Edit)).ToList();
            var bead = session.Change(change =>
            {
                var updated = BeadRules.Update(change, result.GetValue(id)!, edits);
                return result.GetValue(parent) is { } wanted ? BeadDependencies.SetParent(change, updated.Id, wanted.Length == 0 ? null : wanted) : updated;
            });
            BeadText.PrintOne(bead, result.WantsJson());
            return 0;
        });
    }

    private static BeadEdit Edit(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var place
        ? new BeadEdit(text[..place], text[(place + 1)..])
        : throw LedgerErrors.BadValue("field=value", text, "write the field's name, '=' and its value");
}
