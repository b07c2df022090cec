using System.Globalization;
using System.Text;

namespace CodeSyncer.Core.Text;

/// <summary>One or more words in a row; a word with <c>*</c> at its end stands for all that begin so.</summary>
internal sealed class Phrase
{
    /// <summary>A shorter beginning would be that of nearly every word: its star is not heeded.</summary>
    public const int ShortestStart = 3;

    private Phrase((string Text, bool IsStart)[] words) => Words = words;

    public (string Text, bool IsStart)[] Words { get; }

    /// <summary>
    /// Whether a word is of a script without case (Korean, Chinese, Japanese...), in which words stand together without a
    /// mark between them, so that they are looked for within other words.
    /// </summary>
    public bool IsCaseless => Array.Exists(Words, word => IsCaselessWord(word.Text));

    /// <summary>A phrase as people write it, also as an identifier (<c>CreditCard</c>): once as it is, once taken apart.</summary>
    public static IEnumerable<Phrase> Parse(string text)
    {
        var whole = Parse(text, WordSplit.Whole);
        if (whole.Words.Length == 0)
            yield break;
        yield return whole;
        var coarse = Parse(text, WordSplit.Coarse);
        if (coarse.Words.Length != whole.Words.Length)
            yield return coarse;
    }

    private static Phrase Parse(string text, WordSplit split)
    {
        var words = new List<(string, bool)>();
        var reader = new WordReader(text, split);
        while (reader.Next())
        {
            var end = reader.Start + reader.Length;
            var word = text[reader.Start..end];
            words.Add((word, end < text.Length && text[end] == '*' && word.Length >= ShortestStart));
        }

        return new Phrase([.. words]);
    }

    /// <summary>Whether a word of a text is the one at a place of this phrase: in any case, in the singular or the plural.</summary>
    public bool IsWord(int place, ReadOnlySpan<char> word)
    {
        var (wanted, isStart) = Words[place];
        return isStart
            ? word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
            : word.Equals(wanted, StringComparison.OrdinalIgnoreCase) || IsPlural(word, wanted) || IsPlural(wanted, word);
    }

    /// <summary>For a caseless phrase: whether it stands anywhere in a text, with or without marks between its words.</summary>
    public bool IsWithin(ReadOnlySpan<char> text)
    {
        var first = Words[0].Text;
        var isCaseless = IsCaselessWord(first);
        for (var start = 0; start < text.Length;)
        {
            var next = text[start..].IndexOf(first, isCaseless ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
            if (next < 0)
                return false;
            var at = start + next;
            start = at + first.Length;
            if ((isCaseless || at == 0 || !char.IsLetterOrDigit(text[at - 1])) && GoesOn(text[start..]))
                return true;
        }

        return false;
    }

    private bool GoesOn(ReadOnlySpan<char> rest)
    {
        for (var place = 1; place < Words.Length; place++)
        {
            var skip = 0;
            while (skip < rest.Length && !char.IsLetterOrDigit(rest[skip]))
                skip++;
            rest = rest[skip..];
            if (!rest.StartsWith(Words[place].Text, StringComparison.OrdinalIgnoreCase))
                return false;
            rest = rest[Words[place].Text.Length..];
        }

        return true;
    }

    private static bool IsCaselessWord(string word) => char.GetUnicodeCategory(word[0]) == UnicodeCategory.OtherLetter;

    /// <summary>English forms, which French, Spanish and Portuguese share for the most part.</summary>
    private static bool IsPlural(ReadOnlySpan<char> plural, ReadOnlySpan<char> singular)
    {
        const int shortest = 3;
        if (plural.Length <= singular.Length || singular.Length < shortest || !Ascii.IsValid(plural))
            return false;
        if (plural.StartsWith(singular, StringComparison.OrdinalIgnoreCase))
            return Is(plural[singular.Length..], "s") || Is(plural[singular.Length..], "es");
        return singular[^1] is 'y' or 'Y' && plural.StartsWith(singular[..^1], StringComparison.OrdinalIgnoreCase) && Is(plural[(singular.Length - 1)..], "ies");

        static bool Is(ReadOnlySpan<char> end, string wanted) => end.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }
}
