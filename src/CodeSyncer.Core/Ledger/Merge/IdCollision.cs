using System.IO.Hashing;

namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>
/// Two clones that each add a child to one parent give both the same number. These are two beads, not two versions of
/// one: merging them would lose one. What the remote has keeps its id, for others know it already; ours, which nobody
/// else has seen, moves to an id of its own, and what of ours pointed to it follows.
/// </summary>
public static class IdCollision
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int HashLength = 8;

    /// <summary>Whether the two are different beads under one id: without a base, and not created at once by the same.</summary>
    public static bool Is(JsonFields? @base, JsonFields ours, JsonFields theirs) => @base is null
        && (Differ(ours.Time("created_at"), theirs.Time("created_at")) || Differ(ours.String("created_by"), theirs.String("created_by")));

    /// <summary>The id that ours gets: made of its content, so that the same merge made again gives the same id.</summary>
    public static string NewId(Bead ours)
    {
        var rest = XxHash3.HashToUInt64(ours.Fields.ToCompact());
        var prefix = BeadId.PrefixOf(ours.Id);
        return $"{(prefix.Length > 0 ? prefix : "bd")}-" + string.Create(HashLength, rest, static (hash, rest) =>
        {
            for (var i = 0; i < hash.Length; i++, rest /= 36)
                hash[i] = Digits[(int)(rest % 36)];
        });
    }

    /// <summary>Ours under its new id; the history says what it was called.</summary>
    public static Bead Move(Bead ours, string newId)
    {
        var moved = ours.With("id", newId);
        foreach (var key in new[] { "dependencies", "comments" })
            moved = moved.WithElements(key, [.. moved.Fields.Elements(key).Select(entry => Replace(entry, "issue_id", ours.Id, newId))]);
        return moved.WithElements(MergeKeys.History, [.. moved.Fields.Elements(MergeKeys.History), HistoryEntry.Of(ours.Fields, "id", ours.Fields.Raw("id"))]);
    }

    /// <summary>An item of our side (a bead, a convoy) that points to the bead that moved: its edges, and its list <c>beads</c>.</summary>
    public static JsonFields Retarget(JsonFields item, string oldId, string newId)
    {
        if (item.StringList("beads").Contains(oldId))
            item = item.With("beads", item.StringList("beads").Select(id => id == oldId ? newId : id));
        return item.Objects("dependencies").Any(edge => edge.String("depends_on_id") == oldId)
            ? item.WithElements("dependencies", [.. item.Elements("dependencies").Select(entry => Replace(entry, "depends_on_id", oldId, newId))])
            : item;
    }

    private static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> entry, string key, string oldId, string newId) =>
        entry.Span[0] == (byte)'{' && JsonFields.ReadInner(entry) is var fields && fields.String(key) == oldId ? fields.With(key, newId).ToCompact() : entry;

    private static bool Differ<T>(T? left, T? right) => left is not null && right is not null && !left.Equals(right);
}
