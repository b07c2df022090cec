using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>sync</c>: reads the whole work tree and brings the documents up to date; of a town, those of all rigs and its own.</summary>
internal static class SyncVerb
{
    public static Command Create()
    {
        var rev = CommonOptions.Rev();
        var to = new Option<string?>("--to") { Description = "Write documents for publishing into this folder.", HelpName = "DIR" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 if a document is stale." };
        var town = CommonOptions.Town();
        var json = CommonOptions.Json();
        var command = new Command("sync", "Brings the context documents up to date.") { rev, to, check, town, json };
        command.Runs(result =>
        {
            var start = result.StartDirectory();
            var target = result.GetValue(to);
            var scope = TownScope.Of(start, result.GetValue(town));
            ScopeText.Warn(scope);
            if (scope.Town is not null && (target is not null || result.GetValue(rev) is not null))
                throw ErrorTexts.OneRepositoryOnly(target is not null ? "--to" : "--rev", scope.Town);
            var options = new SyncOptions
            {
                Rev = result.GetValue(rev),
                To = target is null ? null : Path.GetFullPath(target, start),
                Check = result.GetValue(check),
            };
            var answer = scope.Town is null ? new ContextSync(scope.Rigs[0].Workspace).Run(options) : ScopeSync.Run(scope, options);
            if (result.GetValue(json))
                Terminal.WriteJson(writer => SyncJson.Write(writer, answer));
            else
                Print(answer, scope.Town is not null);
            return answer.IsStale ? 1 : 0;
        });
        return command;
    }

    private static void Print(SyncResult answer, bool isTown)
    {
        // Of a town, what is as it was would hide what is not.
        foreach (var document in answer.Documents.Where(document => document.Reason is null && !(isTown && document.State == DocumentState.Unchanged)))
            Console.Out.WriteLine($"{document.State.ToString().ToLowerInvariant(),-9}  {SafeText.ForTerminal(Shown(document.Path))}");
        foreach (var document in answer.Skipped)
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {Shown(document.Path)} is left alone: {document.Reason}"));
        Console.Out.WriteLine($"{(answer.TagCount == 1 ? "1 tag" : $"{answer.TagCount} tags")} in {(answer.FileCount == 1 ? "1 file" : $"{answer.FileCount} files")}");
    }

    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);
}
