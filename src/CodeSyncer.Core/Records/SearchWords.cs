using System.Text;

namespace CodeSyncer.Core.Records;

/// <summary>
/// Cuts text into words for a full-text index. Names of code are found whole and by their parts (<c>AuthService</c>, <c>auth</c>,
/// <c>service</c>). Scripts that set no blanks between words, or few (Chinese, Japanese, Korean, Thai), are cut into pairs of neighbouring characters,
/// so that any part of a sentence is found.
/// </summary>
public static class SearchWords
{
    /// <summary>What the index holds of a text: its words with blanks between.</summary>
    public static string ForIndex(string text)
    {
        var words = new StringBuilder(text.Length * 2);
        foreach (var (start, length, isDense) in Runs(text))
        {
            var run = text.AsSpan(start, length);
            if (isDense)
            {
                for (var i = 0; i < run.Length; i++)
                {
                    words.Append(run[i]).Append(' ');
                    if (i + 1 < run.Length)
                        words.Append(run.Slice(i, 2)).Append(' ');
                }

                continue;
            }

            words.Append(run).Append(' ');
            foreach (var part in Parts(run.ToString()))
                words.Append(part).Append(' ');
        }

        return words.ToString();
    }

    /// <summary>A question in the language of SQLite's FTS5: all words must be there, each as a beginning. Null: there is no word in it.</summary>
    public static string? ForQuery(string text)
    {
        var terms = new List<string>();
        foreach (var (start, length, isDense) in Runs(text))
        {
            var run = text.Substring(start, length);
            if (!isDense)
                terms.Add($"\"{run}\"*");
            else if (run.Length == 1)
                terms.Add($"\"{run}\"");
            else
                terms.AddRange(Enumerable.Range(0, run.Length - 1).Select(i => $"\"{run.Substring(i, 2)}\""));
        }

        return terms.Count == 0 ? null : string.Join(" AND ", terms);
    }

    /// <summary>The words of a question as a person wrote them, to show where they stand.</summary>
    public static IEnumerable<string> In(string text) => Runs(text).Select(run => text.Substring(run.Start, run.Length));

    private static IEnumerable<(int Start, int Length, bool IsDense)> Runs(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isDense = IsDense(text[i]);
            while (i < text.Length && char.IsLetterOrDigit(text[i]) && IsDense(text[i]) == isDense)
                i++;
            yield return (start, i - start, isDense);
        }
    }

    /// <summary>Blocks of the Unicode standard: kana, Han, Hangul, Thai, Lao, Khmer.</summary>
    private static bool IsDense(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\uFF66' and <= '\uFF9D');

    /// <summary>camelCase and letters before digits.</summary>
    private static IEnumerable<string> Parts(string word)
    {
        var start = 0;
        for (var i = 1; i < word.Length; i++)
        {
            var isBreak = (char.IsUpper(word[i]) && (!char.IsUpper(word[i - 1]) || (i + 1 < word.Length && char.IsLower(word[i + 1])))) || (char.IsDigit(word[i]) != char.IsDigit(word[i - 1]));
            if (!isBreak)
                continue;
            if (i - start > 1)
                yield return word[start..i];
            start = i;
        }

        if (start > 0 && word.Length - start > 1)
            yield return word[start..];
    }
}
