namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>
/// Beads and the edges that decide about readiness, numbered: everything over it is linear and without recursion.
/// Edges of unknown or deleted beads, and edges to unknown ones, are left out: a dangling target never blocks.
/// </summary>
public sealed class BeadGraph
{
    private const int None = -1;

    private readonly Dictionary<string, int> _numbers;
    private readonly Link[] _links;
    private readonly int[] _firstOut;
    private readonly int[] _firstIn;
    private readonly int[] _openChildren;
    private readonly bool[] _hasClosedChild;
    private readonly bool[] _isOpen;

    public BeadGraph(IReadOnlyCollection<BeadNode> nodes, IReadOnlyCollection<BeadEdge> edges)
    {
        _numbers = new Dictionary<string, int>(nodes.Count, StringComparer.Ordinal);
        var known = new List<BeadNode>(nodes.Count);
        foreach (var node in nodes)
        {
            if (_numbers.TryAdd(node.Id, known.Count))
                known.Add(node);
        }

        Nodes = known;
        _isOpen = [.. known.Select(node => !BeadStatus.NeverBlocks(node.Status))];
        _links = Number(edges);
        _firstOut = new int[known.Count];
        _firstIn = new int[known.Count];
        _openChildren = new int[known.Count];
        _hasClosedChild = new bool[known.Count];
        Array.Fill(_firstOut, None);
        Array.Fill(_firstIn, None);

        // From the last to the first: the lists come out in the order of the edges.
        for (var i = _links.Length - 1; i >= 0; i--)
        {
            ref var link = ref _links[i];
            (link.NextOut, _firstOut[link.From]) = (_firstOut[link.From], i);
            (link.NextIn, _firstIn[link.To]) = (_firstIn[link.To], i);
            if (link.Kind != LinkKind.Child)
                continue;
            if (IsOpen(link.From))
                _openChildren[link.To]++;
            else if (known[link.From].Status == BeadStatus.Closed)
                _hasClosedChild[link.To] = true;
        }
    }

    /// <summary>Without doubles: of several beads of one id the first counts.</summary>
    public IReadOnlyList<BeadNode> Nodes { get; }

    /// <summary>The place of a bead in <see cref="Nodes"/>, or -1.</summary>
    public int NumberOf(string id) => _numbers.GetValueOrDefault(id, None);

    internal ReadOnlySpan<Link> Links => _links;

    internal bool IsOpen(int bead) => _isOpen[bead];

    /// <summary>Whether this edge holds its bead back by itself: an open target, a gate that is not met.</summary>
    internal bool IsHolding(in Link link) => IsOpen(link.From) && link.Kind switch
    {
        LinkKind.Blocks or LinkKind.ConditionalBlocks => IsOpen(link.To),
        LinkKind.AllChildren => Nodes[link.To].Status != BeadStatus.Tombstone && _openChildren[link.To] > 0,
        LinkKind.AnyChildren => Nodes[link.To].Status != BeadStatus.Tombstone && _openChildren[link.To] > 0 && !_hasClosedChild[link.To],
        _ => false,
    };

    internal LinkList From(int bead) => new(_links, _firstOut[bead], isOut: true);

    internal LinkList To(int bead) => new(_links, _firstIn[bead], isOut: false);

    private Link[] Number(IReadOnlyCollection<BeadEdge> edges)
    {
        var links = new List<Link>(edges.Count);
        var (source, from) = ((string?)null, None);
        var (metadata, isAny) = ((string?)null, false);
        foreach (var edge in edges)
        {
            if (!DependencyType.AffectsReadiness(edge.Type))
                continue;

            // Edges of one bead mostly stand together, and most gates are written alike.
            if (edge.From != source)
                (source, from) = (edge.From, NumberOf(edge.From));
            if (from < 0 || !_numbers.TryGetValue(edge.To, out var to) || Nodes[from].Status == BeadStatus.Tombstone)
                continue;
            if (edge.Metadata is not null && edge.Metadata != metadata)
                (metadata, isAny) = (edge.Metadata, IsAnyChildren(edge.Metadata));
            links.Add(new Link { From = from, To = to, Kind = KindOf(edge.Type, isAny && edge.Metadata is not null) });
        }

        return [.. links];
    }

    private static LinkKind KindOf(string type, bool isAnyChildren) => type switch
    {
        DependencyType.Blocks => LinkKind.Blocks,
        DependencyType.ConditionalBlocks => LinkKind.ConditionalBlocks,
        DependencyType.ParentChild => LinkKind.Child,
        _ => isAnyChildren ? LinkKind.AnyChildren : LinkKind.AllChildren,
    };

    /// <summary>Metadata that says nothing, or is broken, means the default: all children.</summary>
    private static bool IsAnyChildren(string? metadata)
    {
        if (metadata?.Contains("any-children", StringComparison.Ordinal) != true)
            return false;
        try
        {
            return JsonFields.Parse(metadata).String("gate") == "any-children";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
