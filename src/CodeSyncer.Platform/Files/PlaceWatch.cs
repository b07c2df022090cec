using System.Collections.Concurrent;

namespace CodeSyncer.Platform.Files;

/// <summary>
/// Tells when folders appear, vanish, move away or are replaced, and when single files change: by watching the folders above them, for these names only.
/// What goes on within the folders is not looked at.
/// </summary>
/// <param name="moved">Told the name that was made, taken away or changed, on a thread of the system.</param>
internal sealed class PlaceWatch(Action<string> moved) : IDisposable
{
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _moved = new();
    private volatile HashSet<string> _names = [];
    private volatile HashSet<string> _files = [];

    /// <summary>Watches for these from now on, and for no others.</summary>
    /// <param name="folders">Absolute; they need not be there, nor the folders above them.</param>
    /// <param name="files">Of these a new content counts as well.</param>
    /// <returns>Whether another folder is watched than before: what happened there meanwhile was not seen.</returns>
    public bool Set(IEnumerable<string> folders, IEnumerable<string> files)
    {
        var wanted = files.ToHashSet(StringComparer.Ordinal);
        var names = folders.Concat(wanted).SelectMany(Chain).ToHashSet(StringComparer.Ordinal);
        (_names, _files) = (names, wanted);
        var parents = names.Select(name => Path.GetDirectoryName(name)!).Where(Directory.Exists).ToHashSet(StringComparer.Ordinal);
        // A watched folder that went and came back is another one.
        while (_moved.TryDequeue(out var name))
            _watchers.Keys.Where(folder => RealPath.IsWithin(folder, name)).ToList().ForEach(Drop);
        foreach (var gone in _watchers.Keys.Except(parents).ToList())
            Drop(gone);
        var isMore = false;
        foreach (var parent in parents.Except(_watchers.Keys.ToList()))
            isMore |= Add(parent);
        return isMore;
    }

    public void Dispose() => _watchers.Keys.ToList().ForEach(Drop);

    /// <summary>A path and the folders above it, without the root of the file system and what stands in it: nobody moves those.</summary>
    private static IEnumerable<string> Chain(string path)
    {
        for (var name = Path.GetFullPath(path); Path.GetDirectoryName(name) is { } parent && Path.GetDirectoryName(parent) is not null; name = parent)
            yield return name;
    }

    private bool Add(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite };
            watcher.Created += (_, change) => Tell(change.FullPath);
            watcher.Deleted += (_, change) => Tell(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                Tell(change.OldFullPath);
                Tell(change.FullPath);
            };
            watcher.Changed += (_, change) => Tell(change.FullPath, isContent: true);
            // Too many at once: any of them may have been one of these.
            watcher.Error += (_, _) => moved(folder);
            watcher.EnableRaisingEvents = true;
            _watchers[folder] = watcher;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // It has just vanished, or is not ours to look into: the folders above it tell.
            return false;
        }
    }

    private void Tell(string path, bool isContent = false)
    {
        if (!(isContent ? _files : _names).Contains(path))
            return;
        if (!isContent)
            _moved.Enqueue(path);
        moved(path);
    }

    private void Drop(string folder)
    {
        if (_watchers.Remove(folder, out var watcher))
            watcher.Dispose();
    }
}
