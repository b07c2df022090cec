using System.Buffers;

namespace CodeSyncer.Core.Work.Secrets;

/// <summary>A kind of token: its prefix, and what follows.</summary>
/// <param name="Kind">As people call it.</param>
/// <param name="Prefix">By which the vendor lets scanners find it.</param>
/// <param name="Alphabet">Of the characters after the prefix.</param>
/// <param name="Least">Fewest characters after the prefix.</param>
/// <param name="Most">Most of them.</param>
/// <param name="End">What must follow them.</param>
internal sealed record SecretPattern(string Kind, string Prefix, SearchValues<char> Alphabet, int Least, int Most, string End = "")
{
    /// <summary>Words in what people write instead of a secret.</summary>
    private static readonly SearchValues<string> Placeholders = SearchValues.Create(
        ["example", "placeholder", "redacted", "changeme", "dummy", "fake", "sample", "your"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether such a token stands at the start of a text.</summary>
    /// <param name="before">The character before it; a space at a file's start.</param>
    public bool Holds(ReadOnlySpan<char> text, char before)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || GoesOn(before))
            return false;
        var rest = text[Prefix.Length..];
        var length = rest.IndexOfAnyExcept(Alphabet);
        if (length < 0)
            length = rest.Length;
        if (length < Least || length > Most || !rest[length..].StartsWith(End, StringComparison.Ordinal))
            return false;
        var after = length + End.Length;
        return (after == rest.Length || !GoesOn(rest[after])) && LooksRandom(rest[..length]);
    }

    /// <summary>
    /// Tells what a machine drew from what a person typed to show the form: no placeholder's word, no character four
    /// times in a row, no six neighbours of the alphabet in order, a digit in a long one, and many different characters.
    /// Of random base62 tokens of 36 characters one in some 400 is judged wrongly.
    /// </summary>
    private static bool LooksRandom(ReadOnlySpan<char> text)
    {
        const int digitExpected = 30;
        if (text.Length >= digitExpected && !text.ContainsAnyInRange('0', '9'))
            return false;
        int same = 1, rising = 1;
        for (var i = 1; i < text.Length; i++)
        {
            same = text[i] == text[i - 1] ? same + 1 : 1;
            rising = text[i] == text[i - 1] + 1 ? rising + 1 : 1;
            if (same == 4 || rising == 6)
                return false;
        }

        return IsVaried(text);
    }

    /// <summary>Whether a text of ASCII holds every third character (ten of them suffice) another one, and no placeholder's word.</summary>
    public static bool IsVaried(ReadOnlySpan<char> text)
    {
        var seen = UInt128.Zero;
        foreach (var c in text)
            seen |= UInt128.One << c;
        return (int)UInt128.PopCount(seen) >= Math.Min(10, text.Length / 3) && text.IndexOfAny(Placeholders) < 0;
    }

    /// <summary>Whether a character makes what stands beside it a part of a longer word.</summary>
    private static bool GoesOn(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
