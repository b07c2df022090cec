using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.Scopes;

/// <summary>The watch of one repository of a scope, on a thread of its own.</summary>
internal sealed class RigWatch : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Thread _thread;

    /// <param name="synced">Told after each sync.</param>
    /// <param name="failed">Told when one failed; the watch goes on.</param>
    /// <param name="ended">Told when the repository has vanished or was replaced.</param>
    public RigWatch(RigWorkspace rig, Action<WatchReport> synced, Action<string, CodeSyncerException> failed, Action ended, CancellationToken cancel)
    {
        Root = rig.Workspace.Root;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _thread = new Thread(() =>
        {
            try
            {
                using var watch = new ContextWatch(Root);
                watch.Run((result, took) => synced(new WatchReport(rig.Rig, result, took)), error => failed(rig.Rig, error), _stop.Token);
                HasEnded = true;
            }
            catch (CodeSyncerException error)
            {
                failed(rig.Rig, error);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It vanished at the very beginning, or the system watches no more folders.
                HasEnded = !Directory.Exists(Root);
                if (!HasEnded)
                    failed(rig.Rig, ErrorTexts.CannotWatch(Root, error));
            }

            if (HasEnded)
                ended();
        })
        { IsBackground = true };
        _thread.Start();
    }

    public string Root { get; }

    /// <summary>The repository has vanished, or another one stands in its place.</summary>
    public bool HasEnded { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _stop.Dispose();
    }
}
