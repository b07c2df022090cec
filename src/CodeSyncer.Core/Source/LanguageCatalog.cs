namespace CodeSyncer.Core.Source;

/// <summary>All languages whose comments can be read, found by file name or by the first line of a script.</summary>
public static class LanguageCatalog
{
    /// <summary>As many dots of a name as an extension may hold: <c>.html.erb</c>.</summary>
    private const int ExtensionDots = 2;

    private static readonly LanguageTable Table = new();

    // Frozen dictionaries would answer a little faster and take milliseconds to make: a hook asks a few times and ends.
    private static readonly Dictionary<string, Language>.AlternateLookup<ReadOnlySpan<char>> Extensions =
        Table.Extensions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, Language>.AlternateLookup<ReadOnlySpan<char>> Files =
        Table.Files.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, List<(string Beginning, Language Language)>>.AlternateLookup<ReadOnlySpan<char>> Beginnings =
        Table.Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In the order of languages.json.</summary>
    public static IReadOnlyList<Language> All => Table.All;

    /// <summary>
    /// The language of a path by its name alone: the whole name, its longest known extension, or what stands before its
    /// first dot (<c>Dockerfile.release</c>). Case does not matter; nothing is allocated.
    /// </summary>
    /// <returns>Null for what is not scanned: unknown names and formats without comments.</returns>
    public static Language? ForPath(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return Files.TryGetValue(name, out var language) || ByExtension(name, out language) || ByStem(name, out language) ? language : null;
    }

    /// <summary>
    /// As <see cref="ForPath"/>; where the name says nothing, the interpreter that a first line <c>#!...</c> names, and
    /// where several languages share an extension, the one whose files begin so.
    /// </summary>
    /// <param name="path">Path with <c>/</c>.</param>
    /// <param name="firstLine">The first line of the file, or as much of the file as is at hand.</param>
    public static Language? ForFile(string path, ReadOnlySpan<char> firstLine)
    {
        var extension = path.AsSpan(path.LastIndexOf('.') + 1);
        if (Beginnings.TryGetValue(extension, out var beginnings))
        {
            foreach (var (beginning, language) in beginnings)
            {
                if (firstLine.StartsWith(beginning))
                    return language;
            }
        }

        return ForPath(path) ?? (Shebang.Interpreter(firstLine) is { } interpreter ? Table.Interpreters.GetValueOrDefault(interpreter) : null);
    }

    /// <summary>The language of this row.</summary>
    internal static Language Named(string name) => Table.Names[name];

    /// <summary>The language that a tag of markup names (<c>ts</c>, <c>scss</c>, <c>module</c>), or null.</summary>
    internal static Language? ForEmbedded(ReadOnlySpan<char> name)
    {
        if (Extensions.TryGetValue(name, out var language))
            return language;

        var key = name.ToString();
        return Table.Embedded.GetValueOrDefault(key) ?? Table.Names.GetValueOrDefault(key);
    }

    private static bool ByExtension(ReadOnlySpan<char> name, out Language? language)
    {
        Span<int> dots = stackalloc int[ExtensionDots];
        var count = 0;
        for (var dot = name.LastIndexOf('.'); dot >= 0 && count < ExtensionDots; dot = name[..dot].LastIndexOf('.'))
            dots[count++] = dot;

        while (count-- > 0)
        {
            if (Extensions.TryGetValue(name[(dots[count] + 1)..], out language))
                return true;
        }

        language = null;
        return false;
    }

    private static bool ByStem(ReadOnlySpan<char> name, out Language? language)
    {
        language = null;
        var dot = name.Length > 1 ? name[1..].IndexOf('.') : -1;
        return dot >= 0 && Files.TryGetValue(name[..(dot + 1)], out language);
    }
}
