namespace CodeSyncer.Core.Work;

/// <summary>Fits the parts of a brief into characters: each gets its share at most, so that none pushes out another.</summary>
public static class PrimeBudget
{
    /// <summary>Of the whole budget, in percent, the most that a part may take.</summary>
    private static readonly Dictionary<string, int> Shares = new() { ["problems"] = 15, ["handoff"] = 30, ["agent"] = 10, ["work"] = 30, ["mail"] = 25, ["ready"] = 10, ["neighbours"] = 20, ["town"] = 25, ["calls"] = 15 };

    /// <summary>What all parts together may take, in percent: the rest belongs to the tags.</summary>
    private const int All = 70;

    /// <summary>Characters of a part below its heading that are worth the heading.</summary>
    private const int LeastText = 60;

    private const string More = " …\n";

    private const string Mark = "- … (cut)\n";

    /// <summary>The parts as far as they fit, cut at the end of a line.</summary>
    public static IReadOnlyList<(string Name, string Text)> Fit(IReadOnlyList<(string Name, string Text)> parts, int budget)
    {
        var fitted = new List<(string, string)>();
        var left = (long)budget * All / 100;
        foreach (var (name, text) in parts)
        {
            var most = (int)Math.Min(left, (long)budget * Shares.GetValueOrDefault(name, 10) / 100);
            var cut = CutPart(text, most);
            if (cut.Length == 0)
                continue;
            fitted.Add((name, cut));
            left -= cut.Length + 1;
        }

        return fitted;
    }

    /// <summary>A text as far as it fits: cut at the end of a line, with a mark; where not even its first line fits, within that.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most > Mark.Length ? text.LastIndexOf('\n', most - Mark.Length - 1) : -1;
        if (end >= 0)
            return string.Concat(text.AsSpan(0, end + 1), Mark);
        return text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private static string CutPart(string text, int most)
    {
        if (text.Length <= most)
            return text;
        // A heading alone says nothing; a first line that is too long by itself is cut within.
        var heading = text.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        if (heading < 2 || most < heading + LeastText)
            return "";
        if (most > Mark.Length && text.LastIndexOf('\n', most - Mark.Length - 1) is var end && end >= heading)
            return Cut(text, most);
        var length = most - More.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), More);
    }
}
