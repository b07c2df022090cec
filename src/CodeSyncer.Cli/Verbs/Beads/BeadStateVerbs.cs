using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary>Verbs that do one thing to beads: close, reopen, comment, label, delete.</summary>
internal static class BeadStateVerbs
{
    public static Command Close() => ForMany("close", "Closes beads: they are done.", withReason: true, BeadRules.Close);

    public static Command Reopen() => ForMany("reopen", "Opens closed beads again.", withReason: true, BeadRules.Reopen);

    public static Command Delete() => ForMany("delete", "Deletes beads; their ids are never given again.", withReason: true, BeadRules.Delete);

    public static Command Comment()
    {
        var id = new Argument<string>("id");
        var text = new Argument<string>("text");
        return new Command("comment", "Adds a comment.") { id, text }.OnLedger((result, session) =>
        {
            BeadText.PrintOne(session.Change((change, ids) => BeadRules.Comment(change, result.GetValue(id)!, result.GetValue(text)!, ids)), result.WantsJson());
            return 0;
        });
    }

    public static Command Label()
    {
        var id = new Argument<string>("id");
        var add = new Option<string[]>("--add") { Description = "May be repeated.", HelpName = "L" };
        var remove = new Option<string[]>("--remove") { Description = "May be repeated.", HelpName = "L" };
        return new Command("label", "Adds and removes labels.") { id, add, remove }.OnLedger((result, session) =>
        {
            BeadText.PrintOne(session.Change(change => BeadRules.Label(change, result.GetValue(id)!, result.GetValue(add) ?? [], result.GetValue(remove) ?? [])), result.WantsJson());
            return 0;
        });
    }

    private static Command ForMany(string name, string description, bool withReason, Func<LedgerChange, string, string?, Bead> rule)
    {
        var ids = new Argument<string[]>("id") { Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string?>("--reason", "-r") { Description = "Why.", HelpName = "WHY" };
        var command = new Command(name, description) { ids };
        if (withReason)
            command.Options.Add(reason);
        return command.OnLedger((result, session) =>
        {
            var beads = session.Change(change => result.GetValue(ids)!.Select(id => rule(change, id, result.GetValue(reason))).ToList());
            if (beads.Count == 1)
                BeadText.PrintOne(beads[0], result.WantsJson());
            else
                BeadText.Print(beads, result.WantsJson());
            return 0;
        });
    }
}
