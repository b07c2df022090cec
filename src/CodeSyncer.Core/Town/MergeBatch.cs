namespace CodeSyncer.Core.Town;

/// <summary>
/// How a batch of merges is judged with few runs of the gates. The merges stand on each other, in order: whether the first
/// n of them are green is asked by <c>IsGreen(n)</c>. One bad merge among n costs about 2 + log2 n runs.
/// </summary>
public static class MergeBatch
{
    /// <param name="count">Merges in the batch; at least one.</param>
    /// <param name="isGreen">Whether the gates pass on the first so many merges; 0 is the target itself.</param>
    public static BatchResult Judge(int count, Func<int, bool> isGreen)
    {
        if (isGreen(count))
            return new BatchResult(count, null);
        if (!isGreen(0))
            return new BatchResult(0, null) { IsTargetRed = true };
        // Green at low, red at high: what lies between shrinks by half.
        var (low, high) = (0, count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (isGreen(middle))
                low = middle;
            else
                high = middle;
        }

        return new BatchResult(low, low);
    }
}
