namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>Compares beads as a <see cref="ReadyOrder"/> offers them.</summary>
public sealed class BeadOrder(ReadyOrder order, DateTimeOffset now) : IComparer<BeadNode>
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);

    private readonly DateTimeOffset _recentFrom = now - DateTimeOffset.MinValue < Recent ? DateTimeOffset.MinValue : now - Recent;

    public int Compare(BeadNode? x, BeadNode? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var result = order switch
        {
            ReadyOrder.Priority => ByPriority(x, y, y.CreatedAt.CompareTo(x.CreatedAt)),
            ReadyOrder.Oldest => x.CreatedAt.CompareTo(y.CreatedAt),
            _ => Hybrid(x, y),
        };
        return result != 0 ? result : string.CompareOrdinal(x.Id, y.Id);
    }

    private int Hybrid(BeadNode x, BeadNode y)
    {
        var (isNewX, isNewY) = (x.CreatedAt >= _recentFrom, y.CreatedAt >= _recentFrom);
        var byAge = x.CreatedAt.CompareTo(y.CreatedAt);
        return isNewX != isNewY ? (isNewX ? -1 : 1) : isNewX ? ByPriority(x, y, byAge) : byAge;
    }

    private static int ByPriority(BeadNode x, BeadNode y, int then) => x.Priority != y.Priority ? x.Priority.CompareTo(y.Priority) : then;
}
