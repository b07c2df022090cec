using System.CommandLine;

namespace CodeSyncer.Cli.Verbs;

/// <summary>The repository that a verb is for: a path, else where the verb runs.</summary>
internal static class RepositoryArgument
{
    public static Argument<string?> Create() => new("path")
    {
        Description = "A path in the repository; where you are by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static string RepositoryDirectory(this ParseResult result, Argument<string?> path) =>
        Path.GetFullPath(result.GetValue(path) ?? ".", result.StartDirectory());
}
