namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>Cycles over the types that affect readiness.</summary>
public static class DependencyCycle
{
    /// <summary>
    /// The cycle that an edge would close: <paramref name="from"/>, <paramref name="to"/>, ..., <paramref name="from"/>;
    /// the shortest there is. Null: none.
    /// </summary>
    /// <param name="edgesFrom">The edges of a bead.</param>
    public static IReadOnlyList<string>? Closing(string from, string to, Func<string, IReadOnlyList<BeadEdge>> edgesFrom)
    {
        var reachedFrom = new Dictionary<string, string?>(StringComparer.Ordinal) { [to] = null };
        var next = new Queue<string>([to]);
        while (next.TryDequeue(out var id))
        {
            if (id == from)
                return [from, .. Walk(id, reachedFrom).Reverse()];
            foreach (var edge in edgesFrom(id))
            {
                if (DependencyType.AffectsReadiness(edge.Type) && reachedFrom.TryAdd(edge.To, id))
                    next.Enqueue(edge.To);
            }
        }

        return null;
    }

    private static IEnumerable<string> Walk(string? id, Dictionary<string, string?> reachedFrom)
    {
        for (; id is not null; id = reachedFrom[id])
            yield return id;
    }
}
