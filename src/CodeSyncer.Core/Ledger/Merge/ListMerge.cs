namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>Three-way merge of a list that is a set: by the identity of its entries, not by their place.</summary>
internal static class ListMerge
{
    /// <summary>The entries: those of the base in its order, then the new ones in ordinal order of their identity.</summary>
    /// <param name="isUnited">What one side removed stays.</param>
    /// <param name="choose">Which of two entries wins that both sides changed.</param>
    public static List<ReadOnlyMemory<byte>> Merge(
        Func<ReadOnlyMemory<byte>, string> identity, bool isUnited, ReadOnlyMemory<byte>? @base, ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right,
        Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> choose)
    {
        var before = Entries(@base, identity);
        var ours = Entries(left, identity);
        var theirs = Entries(right, identity);
        var merged = new List<ReadOnlyMemory<byte>>();
        foreach (var key in before.Keys.Concat(ours.Keys.Concat(theirs.Keys).Where(key => !before.ContainsKey(key)).Distinct().Order(StringComparer.Ordinal)))
        {
            var (b, l, r) = (Find(before, key), Find(ours, key), Find(theirs, key));
            var kept = l is not { } one || r is not { } other
                ? RawBytes.Same(b, l ?? r) && !isUnited ? null : l ?? r
                : RawBytes.Same(l, r) || RawBytes.Same(b, l) ? r : RawBytes.Same(b, r) ? l : choose(one, other);
            if (kept is { } entry)
                merged.Add(entry);
        }

        return merged;
    }

    /// <summary>Whether the value is a list, or is not there: then it is an empty one.</summary>
    public static bool IsList(ReadOnlyMemory<byte>? raw) => raw is not { } some || some.Span[0] == (byte)'[';

    private static Dictionary<string, ReadOnlyMemory<byte>> Entries(ReadOnlyMemory<byte>? raw, Func<ReadOnlyMemory<byte>, string> identity)
    {
        var entries = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        if (raw is { } list)
        {
            foreach (var entry in JsonFields.Empty.WithRaw("x", list).Elements("x"))
                entries[identity(entry)] = entry;
        }

        return entries;
    }

    private static ReadOnlyMemory<byte>? Find(Dictionary<string, ReadOnlyMemory<byte>> entries, string key)
    {
        if (entries.TryGetValue(key, out var entry))
            return entry;
        return null;
    }
}
