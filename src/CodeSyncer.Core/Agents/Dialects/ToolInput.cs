using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>What a tool is about to do, from its arguments: the names of the keys are those of all agents together.</summary>
internal static class ToolInput
{
    private static readonly string[] PathKeys = ["file_path", "notebook_path", "path", "absolute_path", "filePath", "target_file", "targetFile"];

    private static readonly string[] CommandKeys = ["command", "cmd", "script"];

    /// <summary>Tools that only read or search take a path too.</summary>
    private static readonly string[] Reading = ["read", "view", "list", "ls", "glob", "grep", "search", "find", "fetch", "open"];

    public static IReadOnlyList<string> Edits(string tool, JsonFields input)
    {
        var paths = new List<string>();
        foreach (var field in input.Fields)
        {
            if (input.String(field.Key) is { } text && text.Contains(PatchPaths.Begin, StringComparison.Ordinal))
                paths.AddRange(PatchPaths.In(text));
        }

        if (paths.Count == 0 && !Reads(tool) && Command(input) is null)
            paths.AddRange(PathKeys.Select(input.String).OfType<string>().Where(path => path.Length > 0).Take(1));
        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The command of a shell tool; null: it is none.</summary>
    public static string? Command(JsonFields input)
    {
        foreach (var key in CommandKeys)
        {
            if (input.String(key) is { Length: > 0 } command)
                return command;
            if (input.StringList(key) is { Count: > 0 } words)
                return string.Join(' ', words);
        }

        return null;
    }

    private static bool Reads(string tool) => Reading.Any(word => tool.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
