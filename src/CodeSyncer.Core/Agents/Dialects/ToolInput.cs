using System.Text;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>What a tool is about to do, by its name and its arguments: the names of the keys are those of all agents together.</summary>
/// <param name="Edits">Paths, as given.</param>
/// <param name="Command">Of a shell tool; null: it is none.</param>
/// <param name="IsDeletion">It takes files away, and no shell does it.</param>
internal sealed record ToolInput(IReadOnlyList<string> Edits, string? Command = null, bool IsDeletion = false)
{
    private static readonly ToolInput Nothing = new([]);

    private static readonly string[] PathKeys = ["file_path", "notebook_path", "path", "absolute_path", "filePath", "target_file", "targetFile"];

    private static readonly string[] CommandKeys = ["command", "cmd", "script"];

    /// <summary>Words in the names of tools that change a file; they count before those that only read one.</summary>
    private static readonly HashSet<string> Writing =
        ["edit", "editor", "write", "replace", "create", "delete", "remove", "patch", "insert", "update", "append", "move", "rename", "save", "multiedit"];

    private static readonly HashSet<string> Deleting = ["delete", "remove", "move", "rename"];

    /// <summary>Tools that only read or search take a path too.</summary>
    private static readonly HashSet<string> Reading =
        ["read", "view", "list", "ls", "glob", "grep", "search", "find", "fetch", "open", "show", "get", "rg", "stat", "lint", "lints", "lsp"];

    /// <param name="tool">Null: the event is about none.</param>
    public static ToolInput Of(string? tool, JsonFields? input)
    {
        if (input is null)
            return Nothing;
        var words = WordsOf(tool ?? "");
        var command = CommandIn(input);
        var path = PathKeys.Select(input.String).FirstOrDefault(path => !string.IsNullOrEmpty(path));
        // What a file is to hold may speak of patches.
        if (path is null || words.Contains("patch"))
        {
            var patches = input.Fields.Select(field => input.String(field.Key)).Append(command).OfType<string>()
                .Where(text => text.Contains(PatchPaths.Begin, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
            if (patches.Count > 0)
            {
                List<string> paths = [.. patches.SelectMany(PatchPaths.In).Distinct(StringComparer.Ordinal)];
                // A patch may be given to a shell as well: then the shell's text counts too.
                return new ToolInput(paths, words.Contains("patch") ? null : command, patches.Exists(PatchPaths.TakesAway));
            }
        }

        // An editor's command says which of its actions is meant.
        var isEditor = words.Contains("editor");
        if (!isEditor && command is not null)
            return new ToolInput([], command);
        var action = isEditor && input.String("command") is { } given ? WordsOf(given) : words;
        if (!action.Overlaps(Writing) && action.Overlaps(Reading))
            return Nothing;
        return path is null ? Nothing : new ToolInput([path], IsDeletion: action.Overlaps(Deleting));
    }

    private static string? CommandIn(JsonFields input)
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

    /// <summary>The words of a name in any case: <c>search_replace</c>, <c>mcp__files__read_file</c>, <c>NotebookEdit</c>.</summary>
    private static HashSet<string> WordsOf(string name)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        for (var i = 0; i <= name.Length; i++)
        {
            var isLetter = i < name.Length && char.IsAsciiLetter(name[i]);
            if (word.Length > 0 && (!isLetter || (char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]))))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (isLetter)
                word.Append(char.ToLowerInvariant(name[i]));
        }

        return words;
    }
}
