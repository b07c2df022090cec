using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace CodeSyncer.Core.Tags;

/// <summary>Searches bytes for the beginning of a tag, in UTF-8 (or any superset of ASCII) and in UTF-16 with a byte order mark.</summary>
internal static class TagBytes
{
    /// <summary>Long enough for both prefixes with the first letters of any kind behind them.</summary>
    private const int LongestBeginning = 24;

    private static readonly byte[] Prefix = Encoding.ASCII.GetBytes(TagMark.Prefix);
    private static readonly byte[] LegacyPrefix = Encoding.ASCII.GetBytes(TagMark.LegacyPrefix);
    private static readonly byte[][] Kinds = [.. TagKind.All.Select(Encoding.ASCII.GetBytes)];

    public static bool MayHoldTags(ReadOnlySpan<byte> content)
    {
        return content switch
        {
            // UTF-32 is too rare for a search of its own: it is always decoded.
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => true,
            [0xFF, 0xFE, .. var rest] => InUtf16(rest, bigEndian: false),
            [0xFE, 0xFF, .. var rest] => InUtf16(rest, bigEndian: true),
            _ => InBytes(content),
        };
    }

    private static bool InBytes(ReadOnlySpan<byte> content)
    {
        int from = 0;
        while (true)
        {
            int at = IndexOfMark(content, from);
            if (at < 0) return false;
            if (BeginsTag(content[at..]) && (at == 0 || !IsWord(content[at - 1]))) return true;
            from = at + 1;
        }
    }

    /// <summary>The next <c>@c</c>: a search for the sign alone would stop at every annotation and decorator of a file.</summary>
    private static int IndexOfMark(ReadOnlySpan<byte> content, int from)
    {
        ref byte first = ref MemoryMarshal.GetReference(content);
        Vector256<byte> sign = Vector256.Create((byte)'@');
        Vector256<byte> letter = Vector256.Create((byte)'c');
        Vector256<byte> lowerCase = Vector256.Create((byte)0x20);
        for (; from < content.Length - Vector256<byte>.Count; from += Vector256<byte>.Count)
        {
            Vector256<byte> signs = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)from), sign);
            if (signs == Vector256<byte>.Zero) continue;
            Vector256<byte> letters = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)from + 1) | lowerCase, letter);
            uint hits = (signs & letters).ExtractMostSignificantBits();
            if (hits != 0) return from + BitOperations.TrailingZeroCount(hits);
        }

        for (; from < content.Length - 1; from++)
        {
            if (content[from] == '@' && (content[from + 1] | 0x20) == 'c') return from;
        }

        return -1;
    }

    private static bool InUtf16(ReadOnlySpan<byte> content, bool bigEndian)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<byte, ushort>(content);
        bool swap = bigEndian == BitConverter.IsLittleEndian;
        ushort sign = swap ? (ushort)('@' << 8) : '@';
        Span<byte> ascii = stackalloc byte[LongestBeginning];
        while (true)
        {
            int found = units.IndexOf(sign);
            if (found < 0) return false;
            units = units[found..];
            int length = Math.Min(ascii.Length, units.Length);
            for (int i = 0; i < length; i++)
            {
                int unit = swap ? units[i] >> 8 | (units[i] & 0xFF) << 8 : units[i];
                ascii[i] = unit < 0x80 ? (byte)unit : (byte)0xFF;
            }

            if (BeginsTag(ascii[..length])) return true;
            units = units[1..];
        }
    }

    private static bool BeginsTag(ReadOnlySpan<byte> rest)
    {
        if (rest.Length <= LegacyPrefix.Length) return false;
        if (Begins(rest, Prefix)) return rest.Length > Prefix.Length && (rest[Prefix.Length] >= 0x80 || char.IsAsciiLetter((char)rest[Prefix.Length]));
        if (!Begins(rest, LegacyPrefix)) return false;
        foreach (byte[] kind in Kinds)
        {
            if (Begins(rest[LegacyPrefix.Length..], kind)) return true;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> word) =>
        rest.Length >= word.Length && Ascii.EqualsIgnoreCase(rest[..word.Length], word);

    private static bool IsWord(byte c) => char.IsAsciiLetterOrDigit((char)c) || c == '_';
}
