using System.CommandLine;
using System.Globalization;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>watch</c>: keeps the documents right until it is stopped, and shows what it sees.</summary>
internal static class WatchVerb
{
    public static Command Create()
    {
        var town = CommonOptions.Town();
        var command = new Command("watch", "Keeps the documents right while you edit, in all rigs at a town's root; Ctrl+C ends it.") { town };
        command.Runs(result =>
        {
            using var stop = new StopRequest();
            var scope = TownScope.Of(result.StartDirectory(), result.GetValue(town));
            ScopeText.Warn(scope);
            using var watch = new ScopeWatch(scope);
            if (scope.Town is not null && !Console.IsOutputRedirected && Terminal.ShowsUnicode)
                new WatchScreen(watch).Run(stop.Token);
            else
                watch.Run(Report, Fail, stop.Token);
            return 0;
        });
        return command;
    }

    private static void Report(WatchReport report)
    {
        var result = report.Result;
        var written = result.Documents.Where(document => document.State == DocumentState.Written).Select(document => document.Name).ToList();
        // Of the town's documents only news is worth a line.
        var isTown = report.Rig.Length == 0 && result.TagCount == 0 && result.FileCount == 0 && result.Documents.All(document => document.Name is "PROJECTS.md" or "ENDPOINTS.md");
        if (isTown && written.Count == 0)
            return;
        var now = DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var what = written.Count == 0 ? "nothing to write" : "wrote " + string.Join(", ", written);
        var tags = isTown ? "" : $"{(result.TagCount == 1 ? "1 tag" : $"{result.TagCount} tags")} in {(result.FileCount == 1 ? "1 file" : $"{result.FileCount} files")}; ";
        Console.Out.WriteLine(SafeText.ForTerminal($"{now}  {(report.Rig.Length > 0 ? report.Rig + ": " : isTown ? "town: " : "")}{tags}{what}"));
        Console.Out.Flush();
    }

    private static void Fail(string rig, CodeSyncerException error) =>
        Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {(rig.Length == 0 ? "" : rig + ": ")}{error.Message}: {error.Hint}"));
}
