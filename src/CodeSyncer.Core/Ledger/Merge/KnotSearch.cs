namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>Finds the strongly connected parts of a graph that hold a cycle, as far as given beads lead to them.</summary>
internal sealed class KnotSearch(Func<string, IReadOnlyList<BeadEdge>> edgesFrom)
{
    private readonly Dictionary<string, (int Number, int Low)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onPath = new(StringComparer.Ordinal);
    private readonly Stack<string> _path = new();

    public List<HashSet<string>> Knots { get; } = [];

    public void From(string start)
    {
        if (_seen.ContainsKey(start))
            return;
        var visits = new Stack<(string Id, IReadOnlyList<BeadEdge> Edges, int Next)>();
        visits.Push(Enter(start));
        while (visits.TryPop(out var visit))
        {
            var (id, edges, next) = visit;
            if (next > 0)
                Lower(id, edges[next - 1].To);
            while (next < edges.Count && _seen.ContainsKey(edges[next].To))
                Lower(id, edges[next++].To);
            if (next < edges.Count)
            {
                visits.Push((id, edges, next + 1));
                visits.Push(Enter(edges[next].To));
            }
            else if (_seen[id].Low == _seen[id].Number)
                Close(id, edges);
        }
    }

    private (string, IReadOnlyList<BeadEdge>, int) Enter(string id)
    {
        _seen[id] = (_seen.Count, _seen.Count);
        _path.Push(id);
        _onPath.Add(id);
        return (id, [.. edgesFrom(id).Where(edge => DependencyType.AffectsReadiness(edge.Type))], 0);
    }

    private void Lower(string id, string target)
    {
        if (_onPath.Contains(target) && _seen[target].Low < _seen[id].Low)
            _seen[id] = (_seen[id].Number, _seen[target].Low);
    }

    private void Close(string id, IReadOnlyList<BeadEdge> edges)
    {
        var part = new HashSet<string>(StringComparer.Ordinal);
        string member;
        do
        {
            member = _path.Pop();
            _onPath.Remove(member);
            part.Add(member);
        }
        while (member != id);
        if (part.Count > 1 || edges.Any(edge => edge.To == id))
            Knots.Add(part);
    }
}
