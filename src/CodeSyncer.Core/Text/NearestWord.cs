namespace CodeSyncer.Core.Text;

/// <summary>What somebody probably meant: the known word with the least edit distance.</summary>
public static class NearestWord
{
    /// <summary>Longer words were not mistyped from a known one; it also bounds the work for hostile input.</summary>
    private const int LongestWord = 64;

    /// <summary>
    /// The nearest of <paramref name="known"/>, or null where none is near: at most one edit in three letters,
    /// ignoring case. At the same distance the first one wins.
    /// </summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
            return null;
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < least && distance <= Math.Max(1, Math.Max(word.Length, candidate.Length) / 3))
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>
    /// Optimal string alignment distance (insert, delete, replace, swap of neighbours), ignoring case.
    /// Source: the restricted form of F. J. Damerau, "A technique for computer detection and correction of spelling
    /// errors", CACM 7(3), 1964.
    /// </summary>
    internal static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(previous[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, previous, row) = (previous, row, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
