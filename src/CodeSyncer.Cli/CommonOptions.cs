using System.CommandLine;

namespace CodeSyncer.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Directory { get; } = new("-C")
    {
        Description = "Run as if started in this directory.",
        HelpName = "path",
        Recursive = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON for programs." };

    public static Option<string?> Rev() => new("--rev") { Description = "Read this commit or tree in place of the work tree.", HelpName = "R" };

    public static Option<bool> Town() => new("--town") { Description = "Answer for all rigs of the town, as at its root." };

    public static Option<int> Limit() => new("--limit") { Description = "At most this many (0: all).", HelpName = "N" };

    /// <summary>Where the verb runs, as a full path.</summary>
    public static string StartDirectory(this ParseResult result) =>
        Path.GetFullPath(result.GetValue(Directory) ?? System.IO.Directory.GetCurrentDirectory());
}
