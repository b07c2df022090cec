namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>
/// Merges two versions of one item (a bead, convoy, message, agent) that grew apart, by field, with their common base.
/// Two beads that only share an id are no such versions: see <see cref="IdCollision"/> before.
/// <list type="bullet">
/// <item>A field that one side changed is taken from that side. Where both changed it, the side with the later
/// <c>updated_at</c> wins (at the same time the value whose bytes are ordinally greater, the state's as one);
/// the other value goes to <c>history</c>, so that none is lost.</item>
/// <item>Lists that are sets (labels, waiters, dependencies by target and type, marks) merge by entry: what either side
/// added is there, what either removed and the other left alone is not. Comments, marks and history are united.</item>
/// <item>Status, assignee, claim, and the times and reasons of starting, closing and deleting come together from one
/// side. Where both changed them, a deletion wins, whenever it was: no clone brings a deleted item back. What the other
/// side did to it goes to history.</item>
/// </list>
/// It is commutative to the byte and idempotent, and merging a result with one of its sides again gives the result. Over
/// three sides with one base it is associative for sets, comments, marks, history of equal fields and deletion; for a
/// single field while no side's later edit of another field lends it a later time than its own (an item has one
/// <c>updated_at</c>): then the winner may differ by the order of merges, and the other value is in the history.
/// Source of the idea: three-way merge as in S. Khanna, K. Kunal, B. C. Pierce, "A Formal Investigation of Diff3", 2007.
/// </summary>
public static class LedgerMerge
{
    /// <summary>The merged item. An item that only one side has stays: files are never removed, deletion is a version.</summary>
    /// <param name="base">The common ancestor's version; null where there was none.</param>
    public static JsonFields? Merge(JsonFields? @base, JsonFields? ours, JsonFields? theirs)
    {
        if (ours is null || theirs is null || ours.Equals(theirs))
            return ours ?? theirs ?? @base;
        if (@base is not null && (ours.Equals(@base) || theirs.Equals(@base)))
            return ours.Equals(@base) ? theirs : ours;
        return new ItemMerge(@base ?? JsonFields.Empty, ours, theirs, Time(ours).CompareTo(Time(theirs))).Merge();
    }

    private static DateTimeOffset Time(JsonFields item) => item.Time(MergeKeys.UpdatedAt) ?? item.Time("created_at") ?? DateTimeOffset.MinValue;
}
