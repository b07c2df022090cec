namespace CodeSyncer.Platform.Context;

/// <summary>
/// Shares a list of files between a few threads of its own: reading files waits for the system more than for the
/// processor, and the thread pool grows too slowly for a run of fifty milliseconds.
/// </summary>
internal static class ParallelFiles
{
    private const int Chunk = 32;
    private const int MostThreads = 8;

    /// <param name="start">Makes what one thread uses for all its files.</param>
    public static void Run<T>(int count, Func<T> start, Action<T, int> each, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var threads = count < 2 * Chunk ? 1 : Math.Clamp(Environment.ProcessorCount * 2, 2, MostThreads);
        var next = 0;
        Exception? failure = null;
        void Work()
        {
            try
            {
                var own = start();
                for (var from = Interlocked.Add(ref next, Chunk) - Chunk; from < count; from = Interlocked.Add(ref next, Chunk) - Chunk)
                {
                    cancel.ThrowIfCancellationRequested();
                    for (var i = from; i < Math.Min(from + Chunk, count); i++)
                        each(own, i);
                    progress?.Report(new ScanProgress(Math.Min(from + Chunk, count), count));
                }
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref failure, error, null);
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work) { IsBackground = true }).ToList();
        others.ForEach(thread => thread.Start());
        Work();
        others.ForEach(thread => thread.Join());
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}
