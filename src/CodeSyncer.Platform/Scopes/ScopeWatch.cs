using System.Collections.Concurrent;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Keeps the documents and the index of all repositories of a scope right while people and agents edit: a watch a rig, and the town's own documents behind them.</summary>
public sealed class ScopeWatch(TownScope scope) : IDisposable
{
    /// <summary>Rigs that change together (a switch in all of them) make one new map.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(80);

    private readonly List<(string Rig, ContextWatch Watch)> _watches = [.. scope.Rigs.Select(rig => (rig.Rig, new ContextWatch(rig.Workspace.Root)))];

    /// <summary>Syncs at once and after every burst of changes, until cancelled.</summary>
    /// <param name="synced">Told, on this thread, after each sync.</param>
    /// <param name="failed">Told when one failed; the watch goes on.</param>
    public void Run(Action<WatchReport> synced, Action<string, CodeSyncerException> failed, CancellationToken cancel)
    {
        using var reports = new BlockingCollection<Action>();
        using var changed = new AutoResetEvent(initialState: false);
        using var ended = new CancellationTokenSource();
        void Report(Action report)
        {
            if (!reports.IsAddingCompleted)
                reports.Add(report, CancellationToken.None);
        }

        var threads = _watches.ConvertAll(one => Start(() => one.Watch.Run(
            (result, took) =>
            {
                Report(() => synced(new WatchReport(one.Rig, result, took)));
                changed.Set();
            },
            error => Report(() => failed(one.Rig, error)), cancel)));
        if (scope.Town is not null)
            threads.Add(Start(() => WriteTown(changed, Report, synced, failed, cancel)));
        var waiting = Start(() =>
        {
            threads.ForEach(thread => thread.Join());
            reports.CompleteAdding();
        });
        foreach (var report in reports.GetConsumingEnumerable(CancellationToken.None))
            report();
        waiting.Join();
    }

    public void Dispose() => _watches.ForEach(one => one.Watch.Dispose());

    private void WriteTown(AutoResetEvent changed, Action<Action> report, Action<WatchReport> synced, Action<string, CodeSyncerException> failed, CancellationToken cancel)
    {
        while (WaitHandle.WaitAny([changed, cancel.WaitHandle]) == 0)
        {
            while (changed.WaitOne(Quiet))
            {
                // Another rig: wait for a pause.
            }

            var start = TimeProvider.System.GetTimestamp();
            try
            {
                var documents = new TownDocuments(scope).Write(cancel: cancel);
                var took = TimeProvider.System.GetElapsedTime(start);
                report(() => synced(new WatchReport("", new SyncResult(documents, 0, 0), took)));
            }
            catch (CodeSyncerException error)
            {
                report(() => failed("", error));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A file that was there a moment ago, in the middle of a switch: the next change reads again.
                changed.Set();
                Thread.Sleep(Quiet);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static Thread Start(Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true };
        thread.Start();
        return thread;
    }
}
