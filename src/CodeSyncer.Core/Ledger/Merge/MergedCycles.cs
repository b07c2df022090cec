using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>
/// Two clones can each add an edge that is fine alone, and a cycle together. No edge is taken away for that: the cycle is
/// reported, and a person removes the edge that is wrong.
/// </summary>
public static class MergedCycles
{
    /// <summary>The cycles that the edges of the merged beads are part of, each once: its beads from the ordinally least on, and that one again.</summary>
    /// <param name="merged">The beads whose dependencies the merge changed.</param>
    /// <param name="edgesFrom">The edges of any bead after the merge.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Find(IEnumerable<Bead> merged, Func<string, IReadOnlyList<BeadEdge>> edgesFrom)
    {
        var cycles = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var edge in merged.SelectMany(bead => bead.Edges()))
        {
            if (DependencyCycle.Closing(edge.From, edge.To, edgesFrom) is { } cycle)
            {
                var turned = Turn(cycle);
                cycles.TryAdd(string.Join('\0', turned), turned);
            }
        }

        return [.. cycles.Values];
    }

    private static string[] Turn(IReadOnlyList<string> cycle)
    {
        var ring = cycle.SkipLast(1).ToList();
        var first = ring.IndexOf(ring.Min(StringComparer.Ordinal)!);
        return [.. ring.Skip(first), .. ring.Take(first), ring[first]];
    }
}
