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

    public static Option<int> Limit() => new Option<int>("--limit") { Description = "At most this many (0: all).", HelpName = "N" }.NotNegative();

    /// <summary>A limit below 0 is a slip, and never means all.</summary>
    public static Option<T> NotNegative<T>(this Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value.StartsWith('-'))
                result.AddError($"'{option.Name} {token.Value}' is less than nothing: name a number, or 0 for all");
        });
        return option;
    }

    /// <summary>Where the verb runs, as a full path.</summary>
    public static string StartDirectory(this ParseResult result) =>
        Path.GetFullPath(result.GetValue(Directory) ?? System.IO.Directory.GetCurrentDirectory());
}
