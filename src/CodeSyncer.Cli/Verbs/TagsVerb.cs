using System.CommandLine;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Records;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>tags</c>, and <c>decisions</c>, which is the same for one kind.</summary>
internal static class TagsVerb
{
    public static Command Create(string name, string description, string? onlyKind)
    {
        var paths = new Argument<string[]>("path") { Description = "Only in these files or folders; * and ? are wildcards.", Arity = ArgumentArity.ZeroOrMore };
        var kinds = new Option<string[]>("--kind") { Description = "Only tags of this kind; may be repeated.", HelpName = "K" };
        var staged = new Option<bool>("--staged") { Description = "Read the index in place of the work tree." };
        var rev = CommonOptions.Rev();
        var asOf = new Option<string?>("--as-of") { Description = "Read the last commit that the branch had on that day (its first parents are followed), or this commit.", HelpName = "DATE|REV" };
        var history = new Option<bool>("--history") { Description = "What happened to each, with those that no file holds any more." };
        var town = CommonOptions.Town();
        var limit = CommonOptions.Limit();
        var json = CommonOptions.Json();
        var command = new Command(name, description) { paths, staged, rev, asOf, history, town, limit, json };
        if (onlyKind is null)
            command.Options.Add(kinds);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(staged) ? 1 : 0) + (result.GetValue(rev) is not null ? 1 : 0) + (result.GetValue(asOf) is not null ? 1 : 0) > 1)
                result.AddError("--staged, --rev and --as-of exclude each other: choose one");
            if (result.GetValue(history) && result.GetValue(staged))
                result.AddError("--history reads commits, and --staged none: choose one");
        });
        command.Runs(result =>
        {
            var start = result.StartDirectory();
            var scope = TownScope.Of(start, result.GetValue(town));
            ScopeText.Warn(scope);
            var query = new TagQuery
            {
                Paths = result.GetValue(paths) ?? [],
                BaseDirectory = start,
                Kinds = onlyKind is null ? result.GetValue(kinds) ?? [] : [onlyKind],
                Staged = result.GetValue(staged),
                Rev = result.GetValue(rev),
                AsOf = result.GetValue(asOf),
            };
            (scope, var leftOut) = ScopePast.Narrow(scope, query);
            foreach (var (rig, problem) in leftOut)
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: rig '{rig}' is left out: {problem}"));
            if (result.GetValue(history))
            {
                var lives = ScopeHistory.Read(scope, query);
                foreach (var rig in ScopeHistory.Shallow(scope))
                    Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: the history{(rig.Length == 0 ? "" : $" of '{rig}'")} is cut (a shallow clone): what is older is not known; 'git fetch --unshallow' brings it"));
                Warn(query.Kinds, lives.SelectMany(life => life.Life.Events).Select(one => one.Tag));
                if (result.GetValue(limit) is > 0 and var most)
                    lives = [.. lives.Take(most)];
                if (result.GetValue(json))
                    Terminal.WriteJson(writer => HistoryText.WriteJson(writer, lives));
                else
                    HistoryText.Print(lives);
                return 0;
            }

            var tags = ScopeTags.Read(scope, query);
            Warn(query.Kinds, tags.Select(tag => tag.Tag));
            if (result.GetValue(limit) is > 0 and var count)
                tags = [.. tags.Take(count)];
            if (result.GetValue(json))
                Terminal.WriteJson(writer => TagJson.Write(writer, tags));
            else
                Print(tags, withKind: onlyKind is null);
            return 0;
        });
        return command;
    }

    /// <summary>A kind of one's own is allowed; one that nothing is of is most likely misspelt.</summary>
    private static void Warn(IReadOnlyList<string> kinds, IEnumerable<Tag> found)
    {
        foreach (var problem in UnusedKinds.Of(kinds, found.Select(tag => tag.Kind)))
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {problem}"));
    }

    private static void Print(IReadOnlyList<(RigWorkspace Rig, Tag Tag)> tags, bool withKind)
    {
        foreach (var (rig, tag) in tags)
        {
            var words = new List<string> { $"{ScopeText.Place(rig.Rig, tag.Path)}:{tag.Line}:" };
            if (withKind)
                words.Add(tag.Kind);
            if (tag.Date is not null)
                words.Add($"[{tag.Date}]");
            if (tag.HasExplicitId)
                words.Add($"({tag.Id})");
            words.Add(tag.Text.Replace('\n', ' '));
            Console.Out.WriteLine(SafeText.ForTerminal(string.Join(' ', words)));
        }
    }
}
