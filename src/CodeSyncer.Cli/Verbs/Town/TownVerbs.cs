using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary>What the verbs on a town share.</summary>
internal static class TownVerbs
{
    public static Option<bool> JsonOption { get; } = CommonOptions.Json();

    /// <summary>Adds <c>--agent</c> and runs in the town around the directory.</summary>
    public static Command OnTown(this Command command, Func<ParseResult, TownWorkspace, int> run)
    {
        command.Options.Add(LedgerSession.Agent);
        command.Runs(result =>
        {
            using var town = TownWorkspace.Open(result.StartDirectory(), result.GetValue(LedgerSession.Agent));
            return run(result, town);
        });
        return command;
    }

    public static Command WithJson(this Command command)
    {
        command.Options.Add(JsonOption);
        return command;
    }

    public static bool WantsJson(this ParseResult result) => result.GetValue(JsonOption);

    public static void Say(string line) => Console.Out.WriteLine(SafeText.ForTerminal(line));

    /// <summary>A path as given, relative to where the verb runs.</summary>
    public static string PathFrom(this ParseResult result, string path) => Path.GetFullPath(path, result.StartDirectory());

    public static string Age(DateTimeOffset? since, DateTimeOffset now)
    {
        if (since is not { } time)
            return "";
        var age = now - time;
        return age.TotalSeconds < 60 ? $"{Math.Max(0, (int)age.TotalSeconds)}s" : age.TotalMinutes < 60 ? $"{(int)age.TotalMinutes}m" : age.TotalHours < 48 ? $"{(int)age.TotalHours}h" : $"{(int)age.TotalDays}d";
    }
}
