using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// Keeps the documents right while a person or an agent edits: waits for the system to report a change, lets a burst
/// of changes pass, then syncs. Costs nothing while nothing happens.
/// </summary>
public sealed class ContextWatch : IDisposable
{
    /// <summary>A burst is over after this long without a change...</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>...but a sync is never put off for longer than this.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(400);

    private readonly GitRepository _repository;
    private readonly string _root;
    private readonly FileSystemWatcher _tree;
    private readonly FileSystemWatcher _git;
    private readonly AutoResetEvent _changed = new(initialState: true);
    private volatile bool _isReplaced;

    /// <param name="path">Anywhere in the repository.</param>
    public ContextWatch(string path)
    {
        var workspace = Workspace.Open(path);
        _repository = workspace.Repository;
        _root = workspace.Root;
        _tree = Watch(_root, recursive: true, IsWorthALook);
        _git = Watch(_repository.GitDirectory, recursive: false, file => Path.GetFileName(file) is "index" or "HEAD");
    }

    /// <summary>Syncs at once and then after every burst of changes, until cancelled, or until the repository has vanished or another one stands in its place.</summary>
    /// <param name="synced">Told after each sync, with the time that it took.</param>
    /// <param name="failed">Told when a sync failed; the watch goes on.</param>
    public void Run(Action<SyncResult, TimeSpan> synced, Action<CodeSyncerException> failed, CancellationToken cancel)
    {
        using var stopping = cancel.Register(Wake);
        _tree.EnableRaisingEvents = true;
        _git.EnableRaisingEvents = true;
        while (_changed.WaitOne() && !cancel.IsCancellationRequested)
        {
            LetTheBurstPass(cancel);
            if (IsGone())
                return;
            if (OperationInProgress.Of(_repository) is not null)
                continue;
            try
            {
                var start = TimeProvider.System.GetTimestamp();
                var result = new ContextSync(Workspace.Open(_root)).Run(new SyncOptions(), null, cancel);
                synced(result, TimeProvider.System.GetElapsedTime(start));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A file or folder that was there a moment ago, in the middle of a switch: look again.
                _changed.Set();
            }
            catch (CodeSyncerException error)
            {
                if (IsGone())
                    return;
                failed(error);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        // The event is left to the collector: the system may still have a change to report.
        _tree.Dispose();
        _git.Dispose();
    }

    /// <summary>What watched the old git directory says nothing of a new one.</summary>
    private bool IsGone() => _isReplaced || GitRepository.TryDiscover(_root)?.WorkTree != _root;

    private void Wake() => _changed.Set();

    private void LetTheBurstPass(CancellationToken cancel)
    {
        var end = Environment.TickCount64 + (long)LongestDelay.TotalMilliseconds;
        while (!cancel.IsCancellationRequested && Environment.TickCount64 < end && _changed.WaitOne(Quiet))
        {
            // Another change: wait for a pause again.
        }
    }

    private FileSystemWatcher Watch(string folder, bool recursive, Func<string, bool> matters)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = recursive,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        void Look(object sender, FileSystemEventArgs change)
        {
            if (change.ChangeType != WatcherChangeTypes.Changed && change.FullPath == Path.Combine(_root, ".git"))
                _isReplaced = true;
            if (_isReplaced || matters(change.FullPath))
                Wake();
        }

        watcher.Changed += Look;
        watcher.Created += Look;
        watcher.Deleted += Look;
        watcher.Renamed += Look;
        // Too many changes for the system's buffer: something changed, and a sync looks at everything.
        watcher.Error += (_, _) => Wake();
        return watcher;
    }

    private bool IsWorthALook(string path)
    {
        var relative = Path.GetRelativePath(_root, path);
        var first = relative.Split(Path.DirectorySeparatorChar)[0];
        return first != ".git"
            && !(first == OwnPaths.Folder && OwnPaths.Documents.Any(name => Path.GetFileName(path).StartsWith(name, PathComparison.ForThisSystem)));
    }
}
