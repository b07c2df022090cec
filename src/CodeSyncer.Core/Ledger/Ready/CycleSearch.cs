namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>Circles of dependencies, which only imports and merges can bring.</summary>
public static class CycleSearch
{
    /// <summary>
    /// A circle that these beads are part of or wait for: its first bead again at the end, each depending on the next. Null:
    /// there is none. Every bead is read once.
    /// </summary>
    /// <param name="edgesFrom">The edges of a bead that affect readiness.</param>
    public static IReadOnlyList<string>? FirstFrom(IEnumerable<string> ids, Func<string, IReadOnlyList<BeadEdge>> edgesFrom)
    {
        // False while the bead is on the path that is being walked.
        var isDone = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var start in ids.Where(id => !isDone.ContainsKey(id)))
        {
            var path = new Stack<(string Id, IEnumerator<BeadEdge> Left)>();
            Enter(start, path);
            while (path.TryPeek(out var top))
            {
                if (!top.Left.MoveNext())
                    isDone[path.Pop().Id] = true;
                else if (!isDone.TryGetValue(top.Left.Current.To, out var done))
                    Enter(top.Left.Current.To, path);
                else if (!done)
                    return [.. path.Select(step => step.Id).TakeWhile(id => id != top.Left.Current.To).Append(top.Left.Current.To).Reverse(), top.Left.Current.To];
            }
        }

        return null;

        void Enter(string id, Stack<(string, IEnumerator<BeadEdge>)> path)
        {
            isDone[id] = false;
            path.Push((id, edgesFrom(id).Where(edge => DependencyType.AffectsReadiness(edge.Type)).GetEnumerator()));
        }
    }
}
