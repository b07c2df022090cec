using System.Text;

namespace CodeSyncer.Core.Work;

/// <summary>Fits the parts of a brief into characters: each gets its share at most, so that none pushes out another.</summary>
public static class PrimeBudget
{
    /// <summary>Of the whole budget, in percent, the most that a part may take.</summary>
    private static readonly Dictionary<string, int> Shares = new() { ["problems"] = 15, ["handoff"] = 30, ["agent"] = 10, ["work"] = 30, ["mail"] = 25, ["ready"] = 10 };

    /// <summary>What all parts together may take, in percent: the rest belongs to the tags.</summary>
    private const int All = 70;

    /// <summary>The parts as far as they fit, cut at the end of a line.</summary>
    public static IReadOnlyList<(string Name, string Text)> Fit(IReadOnlyList<(string Name, string Text)> parts, int budget)
    {
        var fitted = new List<(string, string)>();
        var left = (long)budget * All / 100;
        foreach (var (name, text) in parts)
        {
            var most = (int)Math.Min(left, (long)budget * Shares.GetValueOrDefault(name, 10) / 100);
            var cut = Cut(text, most);
            if (cut.Length == 0)
                continue;
            fitted.Add((name, cut));
            left -= cut.Length + 1;
        }

        return fitted;
    }

    private static string Cut(string text, int most)
    {
        const string mark = "- … (cut)\n";
        if (text.Length <= most)
            return text;
        var end = most > mark.Length ? text.LastIndexOf('\n', most - mark.Length - 1) : -1;
        // A heading alone says nothing.
        return end < 0 || !text.AsSpan(0, end).Contains("\n\n", StringComparison.Ordinal) ? "" : new StringBuilder().Append(text, 0, end + 1).Append(mark).ToString();
    }
}
