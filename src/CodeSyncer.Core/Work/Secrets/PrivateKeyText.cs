using System.Buffers;

namespace CodeSyncer.Core.Work.Secrets;

/// <summary>
/// A private key in text form: PEM with any label (PKCS #1, PKCS #8, SEC 1, OpenSSH, OpenPGP), or PuTTY's.
/// The header alone is no key, since programs that read keys name it: the key itself must follow.
/// </summary>
/// <remarks>Sources: RFC 7468 and RFC 1421 (PEM and its header lines), RFC 9580 section 6.2 (OpenPGP), PuTTY's manual, appendix C.</remarks>
internal static class PrivateKeyText
{
    public const string PemPrefix = "-----BEGIN ";
    public const string PuttyPrefix = "PuTTY-User-Key-File-";

    private const int LongestLabel = 40;

    /// <summary>Fewer characters than the shortest first line of a key.</summary>
    private const int LeastOfKey = 40;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary>Whether a key begins at the start of a text; at most some thousand characters are looked at.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(PuttyPrefix, StringComparison.Ordinal))
            return IsPutty(text[PuttyPrefix.Length..]);
        if (!text.StartsWith(PemPrefix, StringComparison.Ordinal))
            return false;
        var label = text.Slice(PemPrefix.Length, Math.Min(LongestLabel, text.Length - PemPrefix.Length));
        var end = label.IndexOf("-----", StringComparison.Ordinal);
        if (end < 0 || !IsPrivate(label[..end]))
            return false;
        return KeyFollows(text[(PemPrefix.Length + end + 5)..]);
    }

    /// <summary>A version, the public lines, the number of private ones.</summary>
    private static bool IsPutty(ReadOnlySpan<char> text)
    {
        const string lines = "\nPrivate-Lines: ";
        if (text.Length < 3 || !char.IsAsciiDigit(text[0]) || !text[1..].StartsWith(": ", StringComparison.Ordinal))
            return false;
        var at = text.IndexOf(lines, StringComparison.Ordinal) + lines.Length;
        return at >= lines.Length && at < text.Length && char.IsAsciiDigit(text[at]);
    }

    private static bool IsPrivate(ReadOnlySpan<char> label) =>
        label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) || label.EndsWith("PRIVATE KEY BLOCK", StringComparison.Ordinal);

    /// <summary>Header lines (<c>Proc-Type: 4,ENCRYPTED</c>) may come first, and what a string in a source has between lines.</summary>
    private static bool KeyFollows(ReadOnlySpan<char> text)
    {
        const int mostHeaders = 8;
        for (var i = 0; i <= mostHeaders; i++)
        {
            text = SkipBetween(text);
            var run = text.IndexOfAnyExcept(Base64);
            if (run < 0)
                run = text.Length;
            if (run >= LeastOfKey)
                return SecretPattern.IsVaried(text[..run]);
            var line = text.IndexOf('\n');
            if (line < 0 || !text[..line].Contains(':'))
                return false;
            text = text[line..];
        }

        return false;
    }

    /// <summary>White space, and <c>\n" +</c> in all its forms.</summary>
    private static ReadOnlySpan<char> SkipBetween(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is 'n' or 'r' or 't')
                at += 2;
            else if (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '`' or '+' or ',' or '.' or '\\' or '|' or '#' or '*' or '>')
                at++;
            else
                break;
        }

        return text[at..];
    }
}
