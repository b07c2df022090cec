using System.Text;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>Words of manifests as parts of the document; what strangers wrote is shortened, escaped and kept on one line.</summary>
internal static class ArchitectureText
{
    private const int MaxName = 100;
    private const int MaxSentence = 200;
    private const int MaxVersions = 4;

    /// <summary>A name of a project, a framework, a service.</summary>
    public static string Name(string text) => Escape(text, MaxName);

    /// <summary>A description.</summary>
    public static string Sentence(string text) =>
        Escape(string.Join(' ', Short(text, 4 * MaxSentence).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxSentence);

    /// <summary>A code span; a backtick in it would end it.</summary>
    public static string Code(string text)
    {
        var result = new StringBuilder("`");
        foreach (var letter in Short(text, MaxSentence).Trim())
        {
            if (char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                result.Append(' ');
            else
                result.Append(letter == '`' ? '\'' : letter);
        }

        return result.Length == 1 ? "" : result.Append('`').ToString();
    }

    /// <summary>A code span within a table, where a pipe would end the cell.</summary>
    public static string CodeCell(string text) => Code(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A link that shows the path; the root shows as a dot.</summary>
    public static string Link(string path, string linkPrefix) =>
        path.Length == 0 ? $"[.]({(linkPrefix.Length == 0 ? "." : linkPrefix)})" : MarkdownText.FileLink(path, linkPrefix);

    /// <summary>Runtimes, with those that differ only in the platform in one: <c>.NET 10.0 (android, ios)</c>.</summary>
    public static IEnumerable<string> Runtimes(IEnumerable<string> runtimes) => runtimes
        .Select(runtime => runtime.EndsWith(')') && runtime.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open
            ? (Name: runtime[..open], Platform: runtime[(open + 2)..^1])
            : (Name: runtime, Platform: ""))
        .GroupBy(runtime => runtime.Name, runtime => runtime.Platform)
        .Select(group => (group.Key, Platforms: string.Join(", ", group.Where(platform => platform.Length > 0))))
        .Select(runtime => runtime.Platforms.Length == 0 ? runtime.Key : $"{runtime.Key} ({runtime.Platforms})");

    /// <summary>Runtimes of a whole repository: of one in more versions than a reader can use, only its name.</summary>
    public static IEnumerable<string> FewRuntimes(IEnumerable<string> runtimes) => Runtimes(runtimes)
        .GroupBy(runtime => runtime[..Math.Max(0, runtime.LastIndexOf(' '))])
        .SelectMany(group => group.Count() > MaxVersions && group.Key.Length > 0 ? [$"{group.Key} (several versions)"] : group.ToList());

    /// <summary>Names with commas between; what goes beyond the bound is said without a number, which would change elsewhere.</summary>
    public static string List(IEnumerable<string> items, int max)
    {
        var taken = items.Take(max + 1).ToList();
        return taken.Count <= max ? string.Join(", ", taken) : string.Join(", ", taken.Take(max)) + " and others";
    }

    private static string Escape(string text, int max) => MarkdownText.Inline(Short(text, max).Replace('`', '\''));

    private static string Short(string text, int max)
    {
        if (text.Length <= max)
            return text;
        var end = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return text[..end].TrimEnd() + "…";
    }
}
