using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>
/// Two clones can each add an edge that is fine alone, and a cycle together. No edge is taken away for that: the cycle is
/// reported, and a person removes the edge that is wrong.
/// </summary>
public static class MergedCycles
{
    /// <summary>
    /// One cycle, its beads from the ordinally least on and that one again, for each knot of beads that depend on each
    /// other and that a merged bead leads to. Linear in the edges that are met.
    /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972, without recursion.
    /// </summary>
    /// <param name="merged">The beads whose dependencies the merge changed.</param>
    /// <param name="edgesFrom">The edges of any bead after the merge.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Find(IEnumerable<Bead> merged, Func<string, IReadOnlyList<BeadEdge>> edgesFrom)
    {
        var search = new KnotSearch(edgesFrom);
        foreach (var bead in merged)
            search.From(bead.Id);
        return [.. search.Knots.Select(knot => Cycle(knot, edgesFrom))];
    }

    private static List<string> Cycle(HashSet<string> knot, Func<string, IReadOnlyList<BeadEdge>> edgesFrom)
    {
        var first = knot.Min(StringComparer.Ordinal)!;
        var next = edgesFrom(first).Where(edge => knot.Contains(edge.To)).Min(edge => edge.To)!;
        return [.. DependencyCycle.Closing(first, next, id => [.. edgesFrom(id).Where(edge => knot.Contains(edge.To))])!];
    }
}
