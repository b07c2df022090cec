namespace CodeSyncer.Core.Ledger;

/// <summary>The graph of a state with the beads that a change has written lying over it.</summary>
internal sealed class BeadOverlay(ILedgerState state)
{
    private readonly Dictionary<string, (Bead Bead, IReadOnlyList<BeadEdge> Edges)> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _sources = new(StringComparer.Ordinal);

    public void Put(string id, Bead bead)
    {
        if (_written.TryGetValue(id, out var before))
        {
            foreach (var edge in before.Edges)
                _sources.GetValueOrDefault(edge.To)?.Remove(id);
        }

        var edges = bead.Edges();
        _written[id] = (bead, edges);
        foreach (var edge in edges)
        {
            if (!_sources.TryGetValue(edge.To, out var sources))
                _sources[edge.To] = sources = new(StringComparer.Ordinal);
            sources.Add(id);
        }
    }

    public Bead? Written(string id) => _written.TryGetValue(id, out var entry) ? entry.Bead : null;

    public IReadOnlyList<BeadEdge> EdgesFrom(string id) => _written.TryGetValue(id, out var entry) ? entry.Edges : state.EdgesFrom(id);

    public IReadOnlyList<BeadEdge> EdgesTo(string id)
    {
        var before = state.EdgesTo(id);
        if (_written.Count == 0)
            return before;
        return
        [
            .. before.Where(edge => !_written.ContainsKey(edge.From)),
            .. WrittenSources(id).SelectMany(source => _written[source].Edges).Where(edge => edge.To == id),
        ];
    }

    public IReadOnlyList<BeadNode> ChildrenOf(string id)
    {
        var before = state.ChildrenOf(id);
        if (_written.Count == 0)
            return before;
        return
        [
            .. before.Where(child => !_written.ContainsKey(child.Id)),
            .. WrittenSources(id).Where(source => _written[source].Edges.Any(edge => edge.To == id && edge.Type == DependencyType.ParentChild))
                .Select(source => _written[source].Bead.ToNode()),
        ];
    }

    private HashSet<string> WrittenSources(string id) => _sources.GetValueOrDefault(id) ?? [];
}
