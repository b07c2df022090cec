namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>
/// The small part of a graph that decides about a few beads: a whole ledger need not be read to show a convoy, nor to bring
/// the stored set of blocked beads forward after a change.
/// </summary>
public static class GraphClosure
{
    /// <summary>All that decides whether these beads are blocked: their ancestors, and what these and they depend on, by its state.</summary>
    /// <param name="node">A bead by its id, or null.</param>
    /// <param name="edgesFrom">What a bead depends on.</param>
    /// <param name="edgesTo">What depends on a bead.</param>
    public static (IReadOnlyCollection<BeadNode> Nodes, IReadOnlyCollection<BeadEdge> Edges) Of(
        IEnumerable<string> ids, Func<string, BeadNode?> node, Func<string, IReadOnlyList<BeadEdge>> edgesFrom, Func<string, IReadOnlyList<BeadEdge>> edgesTo) =>
        Collect(ids, node, edgesFrom, edgesTo, isDeep: false);

    /// <summary>As <see cref="Of"/>, and what the blockers themselves wait for, to the end: enough for waves and for who is stranded.</summary>
    /// <inheritdoc cref="Of"/>
    public static (IReadOnlyCollection<BeadNode> Nodes, IReadOnlyCollection<BeadEdge> Edges) DeepOf(
        IEnumerable<string> ids, Func<string, BeadNode?> node, Func<string, IReadOnlyList<BeadEdge>> edgesFrom, Func<string, IReadOnlyList<BeadEdge>> edgesTo) =>
        Collect(ids, node, edgesFrom, edgesTo, isDeep: true);

    /// <summary>
    /// The beads whose place in the blocked set may change when these change: they themselves, what depends on them or waits
    /// for children of their parents, and all descendants of those. Edges that the change removed must be counted among the
    /// edges, or the beads at both of their ends among <paramref name="changed"/>.
    /// </summary>
    public static IReadOnlyCollection<string> Affected(
        IEnumerable<string> changed, Func<string, IReadOnlyList<BeadEdge>> edgesFrom, Func<string, IReadOnlyList<BeadEdge>> edgesTo)
    {
        var affected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in changed)
        {
            affected.Add(id);
            foreach (var edge in edgesTo(id))
                affected.Add(edge.From);
            foreach (var parent in edgesFrom(id).Where(edge => edge.Type == DependencyType.ParentChild))
                affected.UnionWith(edgesTo(parent.To).Where(edge => edge.Type == DependencyType.WaitsFor).Select(edge => edge.From));
        }

        var waiting = new Stack<string>(affected);
        while (waiting.TryPop(out var id))
        {
            foreach (var child in edgesTo(id).Where(edge => edge.Type == DependencyType.ParentChild))
            {
                if (affected.Add(child.From))
                    waiting.Push(child.From);
            }
        }

        return affected;
    }

    private static (IReadOnlyCollection<BeadNode> Nodes, IReadOnlyCollection<BeadEdge> Edges) Collect(
        IEnumerable<string> ids, Func<string, BeadNode?> node, Func<string, IReadOnlyList<BeadEdge>> edgesFrom, Func<string, IReadOnlyList<BeadEdge>> edgesTo, bool isDeep)
    {
        var nodes = new List<BeadNode>();
        var edges = new HashSet<BeadEdge>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>();
        foreach (var id in ids)
            Meet(id, follow: true);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var edge in edgesFrom(id).Where(edge => DependencyType.AffectsReadiness(edge.Type)))
            {
                Meet(edge.To, follow: isDeep || edge.Type == DependencyType.ParentChild);
                if (!edges.Add(edge) || edge.Type != DependencyType.WaitsFor)
                    continue;
                foreach (var child in edgesTo(edge.To).Where(child => child.Type == DependencyType.ParentChild))
                {
                    Meet(child.From, follow: isDeep);
                    edges.Add(child);
                }
            }
        }

        return (nodes, edges);

        void Meet(string id, bool follow)
        {
            if (met.Add(id) && node(id) is { } found)
                nodes.Add(found);
            if (follow && followed.Add(id))
                waiting.Enqueue(id);
        }
    }
}
