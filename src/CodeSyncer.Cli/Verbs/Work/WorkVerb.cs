using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Cli.Verbs.Work;

/// <summary><c>work</c>: what an agent did, saved and brought back.</summary>
internal static class WorkVerb
{
    private const int FewSaves = 20;

    public static Command Create() => new("work", "The state of the work tree, saved beside the repository: no commit, no stash, nothing of it in your history.")
    {
        Save(), List(), Show(), Restore(), Clear(),
    };

    private static Command Save()
    {
        var note = new Option<string?>("--note") { Description = "What the next session should know; stays until another is given.", HelpName = "N" };
        var step = new Option<string?>("--step") { Description = "Where in the work you are; stays until another is given.", HelpName = "S" };
        var secrets = new Option<bool>("--include-secrets") { Description = "Store files that have the name or the look of a secret too." };
        return new Command("save", "Saves everything: changed, staged, untracked and deleted files, conflicts, an operation in progress.") { note, step, secrets }.OnWork((result, work) =>
        {
            var saved = work.Save(new SaveRequest("asked") { Note = result.GetValue(note), Step = result.GetValue(step), IncludeSecrets = result.GetValue(secrets) });
            if (result.WantsJson())
                Terminal.WriteJson(writer => WorkJson.Write(writer, saved.Work));
            else
                WorkText.PrintSaved(saved);
            return 0;
        });
    }

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Those of every agent and branch." };
        var limit = new Option<int?>("--limit", "-n") { Description = "At most this many (0: all).", HelpName = "N" }.NotNegative();
        return new Command("list", "Lists your saves, newest first.") { all, limit }.OnWork((result, work) =>
        {
            var saves = work.List(result.GetValue(all));
            var most = result.GetValue(limit) ?? (result.WantsJson() ? 0 : FewSaves);
            List<SavedWork> shown = [.. most > 0 ? saves.Take(most) : saves];
            if (result.WantsJson())
                Terminal.WriteJson(writer => WorkJson.Write(writer, shown));
            else
                WorkText.PrintList(shown, result.GetValue(all));
            return 0;
        });
    }

    private static Command Show()
    {
        var (id, at) = (Id(), At());
        var stat = new Option<bool>("--stat") { Description = "Only which files, and how much of them." };
        return new Command("show", "Shows a save, and as a patch what restoring it would change now.") { id, at, stat }.OnWork((result, work) =>
        {
            var save = (result.GetValue(id) ?? result.GetValue(at)) is { } named ? work.Find(named) : work.FindGone();
            if (result.WantsJson())
            {
                Terminal.WriteJson(writer => WorkJson.Write(writer, save));
                return 0;
            }

            WorkText.Print(save);
            var diff = work.Diff(save, result.GetValue(stat));
            Console.Out.WriteLine(diff.Length == 0 ? "The files are as they were saved." : SafeText.ForTerminal(diff, keepLines: true));
            return 0;
        });
    }

    private static Command Restore()
    {
        var (id, at) = (Id(), At());
        var to = new Option<string?>("--to") { Description = "A new work tree for it, in place of this one.", HelpName = "DIR" };
        return new Command("restore", "Brings files, index and an operation in progress back, into a work tree without changes. Exit code 3: something is in the way, nothing was changed.") { id, at, to }.OnWork((result, work) =>
        {
            var directory = result.GetValue(to) is { } given ? Path.GetFullPath(given, result.StartDirectory()) : null;
            var restored = work.Restore((result.GetValue(id) ?? result.GetValue(at)) is { } named ? work.Find(named) : work.FindGone(), directory);
            if (result.WantsJson())
                Terminal.WriteJson(writer => WorkJson.Write(writer, restored));
            else
                WorkText.Print(restored);
            return 0;
        });
    }

    private static Command Clear()
    {
        var branch = new Option<string?>("--branch") { Description = "Only the saves of this branch.", HelpName = "B" };
        return new Command("clear", "Deletes your saves of this work tree, for good.") { branch }.OnWork((result, work) =>
        {
            var count = work.Clear(result.GetValue(branch));
            if (result.WantsJson())
                Terminal.WriteJson(writer => { writer.WriteStartObject(); writer.WriteNumber("branches", count); writer.WriteEndObject(); });
            else
                Console.Out.WriteLine(count == 0 ? "there was nothing to clear" : $"the saves of {count} {(count == 1 ? "branch" : "branches")} are gone");
            return 0;
        });
    }

    private static Argument<string?> Id() => new("id") { Description = "A save, or the beginning of its id; without it the newest of this agent and branch that holds work which is gone here.", Arity = ArgumentArity.ZeroOrOne };

    private static Option<string?> At() => new("--at") { Description = "The same as the argument.", HelpName = "ID" };

    private static Command OnWork(this Command command, Func<ParseResult, WorkAccess, int> run)
    {
        command.Options.Add(LedgerSession.Agent);
        command.Options.Add(LedgerVerbs.JsonOption);
        command.Runs(result =>
        {
            using var work = new WorkAccess(Workspace.Open(result.StartDirectory()), result.GetValue(LedgerSession.Agent));
            return run(result, work);
        });
        return command;
    }
}
