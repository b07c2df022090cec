using System.CommandLine;
using System.Globalization;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>watch</c>: keeps the documents right until it is stopped.</summary>
internal static class WatchVerb
{
    public static Command Create()
    {
        var command = new Command("watch", "Keeps the documents right while you edit; Ctrl+C ends it.");
        command.Runs(result =>
        {
            using var stop = new StopRequest();
            using var watch = new ContextWatch(result.StartDirectory());
            watch.Run(Report, Fail, stop.Token);
            return 0;
        });
        return command;
    }

    private static void Report(SyncResult result)
    {
        var written = result.Documents.Where(document => document.State == DocumentState.Written).Select(document => document.Name).ToList();
        var now = DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        Console.Out.WriteLine($"{now}  {(result.TagCount == 1 ? "1 tag" : $"{result.TagCount} tags")} in {(result.FileCount == 1 ? "1 file" : $"{result.FileCount} files")}; {(written.Count == 0 ? "nothing to write" : "wrote " + string.Join(", ", written))}");
        Console.Out.Flush();
    }

    private static void Fail(CodeSyncerException error) =>
        Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {error.Message}: {error.Hint}"));
}
