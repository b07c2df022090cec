using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using CodeSyncer.Core.Work.Secrets;

namespace CodeSyncer.Core.Work;

/// <summary>
/// Finds private keys and tokens in a file's bytes, by forms that their vendors publish (<see cref="SecretPatterns"/>
/// names the sources). It would rather miss an odd secret than take a developer's source for one: placeholders such as
/// <c>AKIAIOSFODNN7EXAMPLE</c> or <c>sk-xxxx</c> are none, nor is a header without a key.
/// </summary>
public static class SecretContent
{
    /// <summary>Characters that are searched at once; they stay within the processor's first cache.</summary>
    private const int Window = 16 * 1024;

    /// <summary>Characters that a check may look at beyond a window: more than any token, and a PEM header with its first lines.</summary>
    private const int Reach = 4 * 1024;

    private static readonly ILookup<char, SecretPattern> ByFirst = SecretPatterns.All.ToLookup(pattern => pattern.Prefix[0]);

    private static readonly SearchValues<string> Prefixes = SearchValues.Create(
        [PrivateKeyText.PemPrefix, PrivateKeyText.PuttyPrefix, .. SecretPatterns.All.Select(pattern => pattern.Prefix)], StringComparison.Ordinal);

    /// <summary>
    /// The kind of the first secret (<c>private key</c>, <c>GitHub token</c>...), or null. Reads UTF-8, any superset of
    /// ASCII, and UTF-16 with a byte order mark, in time linear in the length and memory that does not depend on it.
    /// </summary>
    public static string? LooksLikeSecret(ReadOnlySpan<byte> content)
    {
        var mark = content.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(content);
        var width = mark is 0xFFFE or 0xFEFF ? 2 : 1;
        var length = content.Length / width;
        var rented = ArrayPool<char>.Shared.Rent(Window + Reach);
        try
        {
            var before = ' ';
            for (var start = 0; start < length; start += Window)
            {
                var text = rented.AsSpan(0, Math.Min(Window + Reach, length - start));
                Decode(content.Slice(start * width, text.Length * width), mark, text);
                if (Find(text, before) is { } kind)
                    return kind;
                if (text.Length >= Window)
                    before = text[Window - 1];
            }

            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>The prefixes and alphabets are ASCII, so that a byte above it only has to be no part of them.</summary>
    private static void Decode(ReadOnlySpan<byte> bytes, int mark, Span<char> text)
    {
        if (mark is not (0xFFFE or 0xFEFF))
        {
            Encoding.Latin1.GetChars(bytes, text);
            return;
        }

        var isSwapped = mark == 0xFEFF == BitConverter.IsLittleEndian;
        var units = MemoryMarshal.Cast<byte, ushort>(bytes);
        if (isSwapped)
            BinaryPrimitives.ReverseEndianness(units, MemoryMarshal.Cast<char, ushort>(text));
        else
            units.CopyTo(MemoryMarshal.Cast<char, ushort>(text));
    }

    private static string? Find(ReadOnlySpan<char> text, char before)
    {
        for (var at = 0; at < Math.Min(Window, text.Length); at++)
        {
            var next = text[at..].IndexOfAny(Prefixes);
            if (next < 0 || at + next >= Window)
                return null;
            at += next;
            var rest = text.Slice(at, Math.Min(Reach, text.Length - at));
            if (PrivateKeyText.Begins(rest))
                return "private key";
            foreach (var pattern in ByFirst[rest[0]])
            {
                if (pattern.Holds(rest, at == 0 ? before : text[at - 1]))
                    return pattern.Kind;
            }
        }

        return null;
    }
}
