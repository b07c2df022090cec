using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Writes the town's own documents whenever something in its rigs has changed.</summary>
internal sealed class TownWriter(Func<TownScope> scope, AutoResetEvent changed)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(80);

    public void Run(Action<WatchReport> synced, Action<string, CodeSyncerException> failed, CancellationToken cancel)
    {
        while (WaitHandle.WaitAny([changed, cancel.WaitHandle]) == 0)
        {
            while (changed.WaitOne(Quiet))
            {
                // Another rig: wait for a pause.
            }

            var start = TimeProvider.System.GetTimestamp();
            var of = scope();
            try
            {
                var documents = new TownDocuments(of).Write(cancel: cancel);
                synced(new WatchReport("", new SyncResult(documents, 0, 0), TimeProvider.System.GetElapsedTime(start)));
            }
            catch (CodeSyncerException error)
            {
                // A rig that vanished meanwhile is said by who follows the rigs.
                if (of.Rigs.All(rig => Directory.Exists(rig.Workspace.Root)))
                    failed("", error);
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
}
