using System.Collections.Frozen;

namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>
/// Which beads are ready at a time: open, not pinned, not ephemeral, not deferred, of a type that is work, not a direct child
/// of a parent deferred into the future, and not blocked. Source: ready work of Beads 0.9 to 1.0.5.
/// </summary>
public sealed class ReadyWork
{
    private readonly DateTimeOffset _now;

    public ReadyWork(BeadGraph graph, DateTimeOffset now)
    {
        Graph = graph;
        _now = now;
        Blocked = new BlockedSet(graph);
    }

    public ReadyWork(IReadOnlyCollection<BeadNode> nodes, IReadOnlyCollection<BeadEdge> edges, DateTimeOffset now)
        : this(new BeadGraph(nodes, edges), now)
    {
    }

    /// <summary>Types that are never ready: they are no work to take.</summary>
    public static FrozenSet<string> TypesLeftOut { get; } =
        new[] { "merge-request", "gate", "molecule", "message", "agent", "role", "rig" }.ToFrozenSet(StringComparer.Ordinal);

    public BeadGraph Graph { get; }

    public BlockedSet Blocked { get; }

    /// <summary>Null: there is no such bead.</summary>
    public Readiness? Of(string id) => Graph.NumberOf(id) is >= 0 and var bead ? Of(bead) : null;

    public bool IsReady(string id) => Of(id) == Readiness.Ready;

    public IReadOnlyList<BeadNode> Ready(ReadyOrder order = ReadyOrder.Priority)
    {
        var ready = new List<BeadNode>();
        for (var bead = 0; bead < Graph.Nodes.Count; bead++)
        {
            if (Of(bead) == Readiness.Ready)
                ready.Add(Graph.Nodes[bead]);
        }

        ready.Sort(new BeadOrder(order, _now));
        return ready;
    }

    /// <summary>The living beads that are blocked, those in progress included, with their reasons; by priority.</summary>
    public IReadOnlyList<BlockedBead> BlockedBeads()
    {
        var blocked = new List<BeadNode>();
        for (var bead = 0; bead < Graph.Nodes.Count; bead++)
        {
            if (Blocked.Contains(bead) || Of(bead) == Readiness.Blocked)
                blocked.Add(Graph.Nodes[bead]);
        }

        blocked.Sort(new BeadOrder(ReadyOrder.Priority, _now));
        return [.. blocked.Select(bead => new BlockedBead(bead, Blocked.Reasons(bead.Id)))];
    }

    private Readiness Of(int bead)
    {
        var node = Graph.Nodes[bead];
        return node.Status switch
        {
            BeadStatus.Tombstone => Readiness.Deleted,
            BeadStatus.Closed => Readiness.Done,
            BeadStatus.InProgress or BeadStatus.Hooked => Readiness.InProgress,
            BeadStatus.Blocked => Readiness.Blocked,
            _ when Blocked.Contains(bead) => Readiness.Blocked,
            BeadStatus.Deferred => Readiness.Deferred,
            _ when IsDeferred(node) || IsParentDeferred(bead) => Readiness.Deferred,
            BeadStatus.Open when !node.Pinned && !node.Ephemeral && !TypesLeftOut.Contains(node.IssueType) => Readiness.Ready,
            _ => Readiness.Aside,
        };
    }

    private bool IsDeferred(BeadNode bead) => bead.DeferUntil > _now;

    private bool IsParentDeferred(int bead)
    {
        foreach (ref readonly var link in Graph.From(bead))
        {
            if (link.Kind == LinkKind.Child && IsDeferred(Graph.Nodes[link.To]) && Graph.Nodes[link.To].Status != BeadStatus.Tombstone)
                return true;
        }

        return false;
    }
}
