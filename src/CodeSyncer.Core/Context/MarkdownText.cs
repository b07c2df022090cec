using System.Buffers;
using System.Text;

namespace CodeSyncer.Core.Context;

/// <summary>
/// Text of other people made safe and readable in a Markdown document: one line, no HTML, no control characters, no
/// formatting that it did not mean. Code spans stay as they are.
/// </summary>
public static class MarkdownText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?'\"()/+-=@#$%^{}");

    /// <summary>RFC 3986, section 2.3, and the slash between the segments.</summary>
    private static readonly SearchValues<char> PlainInUrl = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/");

    /// <summary>Text as part of one line of a document.</summary>
    public static string Inline(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text.Trim();
        var result = new StringBuilder(text.Length + 16);
        var rest = OneLine(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('`');
            var close = open < 0 ? -1 : rest[(open + 1)..].IndexOf('`');
            if (close <= 0)
            {
                Escape(rest, result);
                break;
            }

            Escape(rest[..open], result);
            var span = rest.Slice(open, close + 2);
            result.Append(span);
            rest = rest[(open + span.Length)..];
        }

        return result.ToString();
    }

    /// <summary>A link to a file of the repository.</summary>
    /// <param name="path">Relative to the root, with <c>/</c>.</param>
    /// <param name="linkPrefix">From the document's folder to the root, such as <c>../</c>.</param>
    public static string FileLink(string path, string linkPrefix)
    {
        var link = new StringBuilder();
        AppendFileLink(link, path, linkPrefix);
        return link.ToString();
    }

    internal static void AppendFileLink(StringBuilder text, string path, string linkPrefix)
    {
        var target = path.AsSpan().ContainsAnyExcept(PlainInUrl)
            ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString))
            : path;
        text.Append('[').Append(Inline(path)).Append("](").Append(linkPrefix).Append(target).Append(')');
    }

    /// <summary>Line ends become spaces, or a bullet sign before a list item; control characters and bidirectional overrides vanish.</summary>
    private static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            var item = line.Trim();
            var isBullet = item.Length > 1 && item[0] is '-' or '*' or '+' && item[1] == ' ';
            if (result.Length > 0)
                result.Append(isBullet ? " • " : " ");
            foreach (var letter in isBullet ? item[2..] : item)
            {
                if (!IsUnsafe(letter))
                    result.Append(letter);
            }
        }

        return result.ToString();
    }

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static void Escape(ReadOnlySpan<char> text, StringBuilder result)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            switch (letter)
            {
                case '<':
                    result.Append("&lt;");
                    continue;
                case '&':
                    result.Append("&amp;");
                    continue;
                case '_' when i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]):
                    break;
                case '\\' or '*' or '_' or '[' or ']' or '`' or '~' or '|':
                    result.Append('\\');
                    break;
            }

            result.Append(letter);
        }
    }
}
