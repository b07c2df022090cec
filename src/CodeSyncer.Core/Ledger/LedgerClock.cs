namespace CodeSyncer.Core.Ledger;

/// <summary>Times of changes: a clock that is behind does not make an edit older than what it edits.</summary>
internal static class LedgerClock
{
    /// <summary>The change's time, or the least time after <paramref name="before"/>, whichever is later.</summary>
    public static DateTimeOffset After(DateTimeOffset before, LedgerChange change)
    {
        var least = before == DateTimeOffset.MaxValue ? before : before.AddTicks(1);
        return change.Now > least ? change.Now : least;
    }
}
