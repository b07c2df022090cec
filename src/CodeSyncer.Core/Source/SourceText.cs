using System.Text;

namespace CodeSyncer.Core.Source;

/// <summary>Decodes the bytes of a file.</summary>
public static class SourceText
{
    /// <summary>As far as git looks for a NUL byte before it calls a file binary (buffer_is_binary of its xdiff-interface.c).</summary>
    private const int BinaryWindow = 8_000;

    /// <summary>The longest string that .NET can hold, in characters; no decoder used here yields more characters than it was given bytes.</summary>
    private const int LongestText = 0x3FFFFFDF;

    /// <summary>
    /// Decodes UTF-8, or what a byte order mark says: UTF-8, UTF-16 or UTF-32 of either byte order. The mark is no part
    /// of the text; bad bytes become U+FFFD.
    /// </summary>
    /// <returns>False for binary content (a NUL byte among the first 8,000 of a file without such a mark) and for one too long for a string.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> content, out string text)
    {
        text = "";
        if (content.Length > LongestText)
            return false;

        var (encoding, mark) = EncodingOf(content);
        if (encoding is UTF8Encoding && content[..Math.Min(content.Length, BinaryWindow)].Contains((byte)0))
            return false;

        text = encoding.GetString(content[mark..]);
        return true;
    }

    /// <summary>UTF-32 first: its little-endian mark begins with that of UTF-16.</summary>
    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (Encoding.UTF8, 0),
    };
}
