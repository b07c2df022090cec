using System.Collections.Frozen;
using System.Text;

namespace CodeSyncer.Core.Ledger;

/// <summary>The keys that nearly every item has, found without making a string of each.</summary>
internal static class JsonKeys
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known =
        BeadKeys.All.ToFrozenDictionary(key => key, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The string of a key as written (escapes included: then it is none of these), or null.</summary>
    public static string? Find(ReadOnlySpan<byte> rawKey)
    {
        if (rawKey.Length > 32)
            return null;
        Span<char> key = stackalloc char[32];
        return Encoding.UTF8.TryGetChars(rawKey, key, out var length) && Known.TryGetValue(key[..length], out var known) ? known : null;
    }
}
