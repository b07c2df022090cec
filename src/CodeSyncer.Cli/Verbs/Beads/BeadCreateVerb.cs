using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead create</c>: one bead by its title, or many from a file, in one transaction.</summary>
internal static class BeadCreateVerb
{
    public static Command Create()
    {
        var title = new Argument<string?>("title") { Description = "What is to be done, in one line.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "Create all that this JSONL file or Markdown checklist lists; - is standard input.", HelpName = "FILE" };
        var id = new Option<string?>("--id") { Description = "This id in place of a new one.", HelpName = "ID" };
        var description = new Option<string?>("--description", "-d") { HelpName = "D" };
        var type = new Option<string>("--type", "-t") { DefaultValueFactory = _ => "task", HelpName = "T" };
        var priority = new Option<int>("--priority", "-p") { Description = "0 (most urgent) to 4.", DefaultValueFactory = _ => 2, HelpName = "P" };
        var labels = new Option<string[]>("--label", "-l") { Description = "May be repeated.", HelpName = "L" };
        var parent = new Option<string?>("--parent") { Description = "It becomes a child of this bead.", HelpName = "ID" };
        var dependencies = new Option<string[]>("--dep") { Description = "TYPE:ID, or ID for 'blocks'; may be repeated.", HelpName = "TYPE:ID" };
        var assignee = new Option<string?>("--assignee", "-a") { HelpName = "A" };
        var rig = new Option<string?>("--rig") { Description = "The rig of the town that it belongs to.", HelpName = "RIG" };
        var reference = new Option<string?>("--external-ref") { Description = "What another tracker calls it; it is found by that name too.", HelpName = "REF" };
        var command = new Command("create", "Creates beads.") { title, file, id, description, type, priority, labels, parent, dependencies, assignee, rig, reference };
        return command.OnLedger((result, session) =>
        {
            var source = result.GetValue(file);
            if ((source is null) == (result.GetValue(title) is null))
                throw LedgerErrors.TitleOrFile();
            IReadOnlyList<BeadDraft> drafts = source is not null ? Read(source, result.StartDirectory()) :
            [
                new BeadDraft(result.GetValue(title)!)
                {
                    Id = result.GetValue(id),
                    IssueType = result.GetValue(type)!,
                    Priority = result.GetValue(priority),
                    Labels = result.GetValue(labels) ?? [],
                    Parent = result.GetValue(parent),
                    Assignee = result.GetValue(assignee),
                    Dependencies = [.. (result.GetValue(dependencies) ?? []).Select(BeadDependencyVerb.Parse)],
                    Fields = [.. new[] { ("description", result.GetValue(description)), ("rig", result.GetValue(rig)), ("external_ref", result.GetValue(reference)) }.Where(field => field.Item2 is not null).Select(field => new BeadEdit(field.Item1, field.Item2!))],
                },
            ];
            var beads = session.Change((change, ids) => BeadCreation.Create(change, drafts, ids));
            if (source is null)
                BeadText.PrintOne(beads[0], result.WantsJson());
            else
                BeadText.Print(beads, result.WantsJson());
            return 0;
        });
    }

    private static IReadOnlyList<BeadDraft> Read(string source, string start)
    {
        var content = InputFile.Read(source, start);
        return InputFile.IsMarkdown(source, content)
            ? ChecklistReader.Read(System.Text.Encoding.UTF8.GetString(content))
            : DraftReader.Read(content, source);
    }
}
