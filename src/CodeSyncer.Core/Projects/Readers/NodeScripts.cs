using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Those scripts of a package that a newcomer looks for.</summary>
internal static class NodeScripts
{
    /// <summary>Variants such as <c>test:unit</c>; a manifest with more has a list of its own that is better read there.</summary>
    private const int MaxVariants = 4;

    private static readonly (string Script, CommandPurpose Purpose)[] Known =
    [
        ("build", CommandPurpose.Build), ("compile", CommandPurpose.Build), ("test", CommandPurpose.Test), ("e2e", CommandPurpose.Test),
        ("dev", CommandPurpose.Run), ("start", CommandPurpose.Run), ("serve", CommandPurpose.Run),
        ("lint", CommandPurpose.Check), ("typecheck", CommandPurpose.Check), ("type-check", CommandPurpose.Check), ("check", CommandPurpose.Check),
        ("format", CommandPurpose.Check),
    ];

    public static IEnumerable<(CommandPurpose Purpose, string Script)> Of(ManifestValue scripts)
    {
        foreach (var (script, purpose) in Known)
        {
            if (scripts[script].Text is { } text && !text.Contains("no test specified", StringComparison.Ordinal))
                yield return (purpose, script);
        }

        var variants = scripts.Members.Keys.Where(name => IsVariant(name) && CommandText.IsWord(name)).OrderBy(name => name, StringComparer.Ordinal);
        foreach (var script in variants.Take(MaxVariants))
            yield return (CommandPurpose.Test, script);
    }

    private static bool IsVariant(string name) =>
        name.StartsWith("test:", StringComparison.Ordinal) || name.StartsWith("test-", StringComparison.Ordinal);
}
