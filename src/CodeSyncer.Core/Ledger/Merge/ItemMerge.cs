namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>One merge of two sides that differ from each other and from their base.</summary>
/// <param name="order">Below 0: right was changed later; above 0: left; 0: at the same time, then values decide, each for itself.</param>
internal sealed class ItemMerge(JsonFields @base, JsonFields left, JsonFields right, int order)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _values = new(StringComparer.Ordinal);
    private readonly List<ReadOnlyMemory<byte>> _lost = [];

    public JsonFields Merge()
    {
        var keys = @base.Fields.Concat(left.Fields).Concat(right.Fields).Select(field => field.Key).Distinct(StringComparer.Ordinal)
            .Except(MergeKeys.State).Where(key => key is not (MergeKeys.UpdatedAt or MergeKeys.History));
        MergeState();
        foreach (var key in keys)
            MergeField(key);
        var (time, otherTime) = (left.Raw(MergeKeys.UpdatedAt), right.Raw(MergeKeys.UpdatedAt));
        Put(MergeKeys.UpdatedAt, RightWins(time, otherTime) ? otherTime : time);
        MergeHistory();
        return InOrder();
    }

    private void MergeField(string key)
    {
        var (b, l, r) = (@base.Raw(key), left.Raw(key), right.Raw(key));
        var identity = ListMerge.IsList(l) && ListMerge.IsList(r) ? MergeKeys.IdentityIn(key) : null;
        if (RawBytes.Same(l, r))
            Put(key, l);
        else if (identity is not null)
            PutList(key, ListMerge.Merge(identity, MergeKeys.IsUnited(key), ListMerge.IsList(b) ? b : null, l, r, (one, other) => Choose(key, one, other)!.Value));
        else if (RawBytes.Same(l, b))
            Put(key, r);
        else if (RawBytes.Same(r, b))
            Put(key, l);
        else
            Put(key, Choose(key, l, r));
    }

    /// <summary>The value that wins; the other one is noted.</summary>
    private ReadOnlyMemory<byte>? Choose(string key, ReadOnlyMemory<byte>? l, ReadOnlyMemory<byte>? r)
    {
        var rightWins = RightWins(l, r);
        _lost.Add(rightWins ? HistoryEntry.Of(left, key, l) : HistoryEntry.Of(right, key, r));
        return rightWins ? r : l;
    }

    private bool RightWins(ReadOnlyMemory<byte>? l, ReadOnlyMemory<byte>? r) => (order != 0 ? order : RawBytes.Compare(l, r)) < 0;

    private void MergeState()
    {
        var (isLeftChanged, isRightChanged) = (!SameState(left, @base), !SameState(right, @base));
        var rightWins = !isLeftChanged || (isRightChanged
            && (IsDeleted(left) != IsDeleted(right) ? IsDeleted(right) : RightWins(StateOf(left), StateOf(right))));
        var (winner, loser) = rightWins ? (right, left) : (left, right);
        foreach (var key in MergeKeys.State)
        {
            Put(key, winner.Raw(key));
            if (isLeftChanged && isRightChanged && !RawBytes.Same(winner.Raw(key), loser.Raw(key)))
                _lost.Add(HistoryEntry.Of(loser, key, loser.Raw(key)));
        }
    }

    private void MergeHistory()
    {
        var identity = MergeKeys.IdentityIn(MergeKeys.History)!;
        var both = ListMerge.Merge(identity, true, null, List(left), List(right), (entry, _) => entry);
        PutList(MergeKeys.History, ListMerge.Merge(identity, true, null, Raw(both), Raw(_lost), (entry, _) => entry));

        static ReadOnlyMemory<byte>? List(JsonFields side) => ListMerge.IsList(side.Raw(MergeKeys.History)) ? side.Raw(MergeKeys.History) : null;
        static ReadOnlyMemory<byte>? Raw(List<ReadOnlyMemory<byte>> entries) => JsonFields.Empty.WithElements("x", entries).Raw("x");
    }

    private void Put(string key, ReadOnlyMemory<byte>? raw)
    {
        if (raw is { } value)
            _values[key] = value;
    }

    private void PutList(string key, List<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Count > 0)
            _values[key] = JsonFields.Empty.WithElements(key, entries).Raw(key)!.Value;
    }

    /// <summary>Keys of the base in its order, new ones where Beads writes them, unknown ones last and sorted: the same whichever side is ours.</summary>
    private JsonFields InOrder()
    {
        var merged = JsonFields.Empty;
        foreach (var field in @base.Fields.Where(field => _values.ContainsKey(field.Key)))
            merged = merged.WithRaw(field.Key, _values[field.Key]);
        var fresh = _values.Keys.Where(key => !@base.Has(key)).ToHashSet();
        foreach (var key in BeadKeys.All.Where(fresh.Remove))
            merged = merged.WithRaw(key, _values[key], BeadKeys.PlaceFor(key, merged.Fields));
        foreach (var key in fresh.Order(StringComparer.Ordinal))
            merged = merged.WithRaw(key, _values[key]);
        return merged;
    }

    private static bool SameState(JsonFields left, JsonFields right) => MergeKeys.State.All(key => RawBytes.Same(left.Raw(key), right.Raw(key)));

    private static ReadOnlyMemory<byte>? StateOf(JsonFields item) => MergeKeys.State.Where(item.Has)
        .Aggregate(JsonFields.Empty, (state, key) => state.WithRaw(key, item.Raw(key)!.Value)).ToCompact();

    private static bool IsDeleted(JsonFields item) => item.String(MergeKeys.Status) == BeadStatus.Tombstone;
}
