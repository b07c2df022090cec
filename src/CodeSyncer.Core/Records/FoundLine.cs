namespace CodeSyncer.Core.Records;

/// <summary>The line to show of what was found.</summary>
public static class FoundLine
{
    /// <summary>Whether a text holds all words, each as the beginning of one.</summary>
    public static bool HoldsAll(string text, IReadOnlyCollection<string> words) => words.All(word => PlaceOf(text, word) >= 0);

    /// <summary>
    /// The line of a text in which a word stands first that the title lacks, cut around it; null: no line holds one (it was found by its path,
    /// its kind or without its accents).
    /// </summary>
    /// <param name="most">Characters.</param>
    public static string? Around(string title, string text, IReadOnlyCollection<string> words, int most)
    {
        var missing = words.Where(word => PlaceOf(title, word) < 0).ToList();
        foreach (var line in text.Split('\n'))
        {
            var at = missing.Select(word => PlaceOf(line, word)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
            if (at >= 0)
                return Cut(line, at, most);
        }

        return null;
    }

    /// <summary>A line around a place in it, with what it is cut by shown.</summary>
    public static string Cut(string line, int at, int most)
    {
        var start = Math.Max(0, Math.Min(at - (most / 3), line.Length - most));
        var end = Math.Min(line.Length, start + most);
        return $"{(start > 0 ? "…" : "")}{line[start..end].Trim()}{(end < line.Length ? "…" : "")}";
    }

    /// <summary>Where a word begins with it: behind what is no letter or digit, in the middle of camelCase, or anywhere where scripts set no blanks.</summary>
    private static int PlaceOf(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || word[0] > '\u0E00' || !char.IsLetterOrDigit(text[at - 1]) || (char.IsUpper(text[at]) && !char.IsUpper(text[at - 1])) || char.IsDigit(text[at]) != char.IsDigit(text[at - 1]))
                return at;
        }

        return -1;
    }
}
