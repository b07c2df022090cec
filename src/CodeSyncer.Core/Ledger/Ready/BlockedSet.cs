namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>
/// Which beads are blocked, and on request by what. Blocked is a bead with an open target of blocks or conditional-blocks,
/// with a waits-for gate that is not met, or with an ancestor that is blocked. An open, unblocked epic does not block its
/// children. What is closed, pinned or deleted is not blocked and hands no blocker of its own on, though what is below a
/// blocked bead stays blocked whatever is between them.
/// Source: ready work of Beads 0.9 to 1.0.5 (issueops.ComputeBlockedIDsInTx and the descendants that its query leaves out).
/// </summary>
public sealed class BlockedSet
{
    /// <summary>As many as a person reads; many gates on a parent of many children would be quadratic without a bound.</summary>
    private const int MostChildren = 10;

    private readonly BeadGraph _graph;
    private readonly bool[] _isHeld;

    public BlockedSet(BeadGraph graph)
    {
        _graph = graph;
        _isHeld = new bool[graph.Nodes.Count];
        var waiting = new Stack<int>();
        foreach (ref readonly var link in graph.Links)
        {
            if (!_isHeld[link.From] && graph.IsHolding(link))
                Hold(link.From);
        }

        // Each bead is held once: cycles end.
        while (waiting.TryPop(out var parent))
        {
            foreach (ref readonly var link in graph.To(parent))
            {
                if (link.Kind == LinkKind.Child && !_isHeld[link.From])
                    Hold(link.From);
            }
        }

        void Hold(int bead)
        {
            _isHeld[bead] = true;
            waiting.Push(bead);
        }
    }

    /// <summary>For a whole ledger, or for any part of it that is closed (see <see cref="GraphClosure"/>): linear in both.</summary>
    public static BlockedSet Compute(IReadOnlyCollection<BeadNode> nodes, IReadOnlyCollection<BeadEdge> edges) => new(new BeadGraph(nodes, edges));

    public IEnumerable<string> Ids => Enumerable.Range(0, _isHeld.Length).Where(Contains).Select(bead => _graph.Nodes[bead].Id);

    public bool Contains(string id) => _graph.NumberOf(id) is >= 0 and var bead && Contains(bead);

    internal bool Contains(int bead) => _isHeld[bead] && _graph.IsOpen(bead);

    /// <summary>Whether a blocker stands at this bead or above it, done or not: its children are blocked.</summary>
    internal bool Holds(int bead) => _isHeld[bead];

    /// <summary>What holds a bead back, in the order of its dependencies; empty where it is not blocked.</summary>
    public IReadOnlyList<BlockReason> Reasons(string id)
    {
        if (!Contains(id))
            return [];
        var reasons = new List<BlockReason>();
        foreach (ref readonly var link in _graph.From(_graph.NumberOf(id)))
        {
            if (_graph.IsHolding(link) || (link.Kind == LinkKind.Child && _isHeld[link.To]))
                reasons.Add(new BlockReason(_graph.Nodes[link.To].Id, link.Type, OpenChildren(link)));
        }

        return reasons;
    }

    private List<string> OpenChildren(in Link gate)
    {
        var children = new List<string>();
        if (!gate.IsGate)
            return children;
        foreach (ref readonly var link in _graph.To(gate.To))
        {
            if (link.Kind == LinkKind.Child && _graph.IsOpen(link.From))
                children.Add(_graph.Nodes[link.From].Id);
            if (children.Count == MostChildren)
                break;
        }

        return children;
    }
}
