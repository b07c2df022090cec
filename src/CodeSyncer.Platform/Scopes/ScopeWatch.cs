using System.Collections.Concurrent;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Scopes;

/// <summary>
/// Keeps the documents and the index of all repositories of a scope right while people and agents edit: a watch a rig, and the town's own documents behind
/// them. It follows the rigs as town.yml and the file system change; nothing is polled.
/// </summary>
public sealed class ScopeWatch : IDisposable
{
    /// <summary>Rigs that change together (a switch in all of them, a clone that is being made) are one change.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(80);

    private readonly Dictionary<string, RigWatch> _watches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _moved = new(StringComparer.Ordinal);
    private readonly AutoResetEvent _look = new(initialState: true);
    private readonly AutoResetEvent _changed = new(initialState: false);
    private readonly PlaceWatch _places;
    private volatile TownScope _scope;

    public ScopeWatch(TownScope scope)
    {
        _scope = scope;
        _places = new PlaceWatch(name =>
        {
            _moved[name] = 0;
            _look.Set();
        });
    }

    /// <summary>What is followed now.</summary>
    public TownScope Scope => _scope;

    /// <summary>Syncs at once and after every burst of changes, until cancelled.</summary>
    /// <param name="synced">Told, on this thread, after each sync.</param>
    /// <param name="failed">Told when one failed, or a rig has vanished; the watch goes on.</param>
    public void Run(Action<WatchReport> synced, Action<string, CodeSyncerException> failed, CancellationToken cancel)
    {
        using var reports = new BlockingCollection<Action>();
        void Synced(WatchReport report)
        {
            reports.Add(() => synced(report), CancellationToken.None);
            if (report.Rig.Length > 0)
                _changed.Set();
        }

        void Failed(string rig, CodeSyncerException error) => reports.Add(() => failed(rig, error), CancellationToken.None);
        var threads = new List<Thread> { Start(() => Follow(Synced, Failed, cancel)) };
        if (_scope.Town is not null)
            threads.Add(Start(() => new TownWriter(() => _scope, _changed).Run(Synced, Failed, cancel)));
        var waiting = Start(() =>
        {
            threads.ForEach(thread => thread.Join());
            reports.CompleteAdding();
        });
        foreach (var report in reports.GetConsumingEnumerable(CancellationToken.None))
            report();
        waiting.Join();
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Looks what there is to follow, at once and whenever a place has changed.</summary>
    private void Follow(Action<WatchReport> synced, Action<string, CodeSyncerException> failed, CancellationToken cancel)
    {
        while (WaitHandle.WaitAny([_look, cancel.WaitHandle]) == 0)
        {
            while (_look.WaitOne(Quiet) && !cancel.IsCancellationRequested)
            {
                // Another change: wait for a pause.
            }

            var before = _scope;
            try
            {
                // What happened to a folder before it was watched is seen by looking once more.
                do
                    _scope = before.Again();
                while (_places.Set(FoldersOf(_scope), FilesOf(_scope)));
            }
            catch (CodeSyncerException error)
            {
                // A mistake in town.yml, or a moment in the middle of a change: what is followed goes on.
                _places.Set(FoldersOf(before), FilesOf(before));
                failed("", before.Town is null && !TownScope.IsThere(before.Places[0]) ? TownErrors.RigVanished("", $"there is no clone at '{before.Places[0]}'") : error);
            }

            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It was there a moment ago: look again.
                Thread.Sleep(Quiet);
                _look.Set();
            }

            foreach (var (rig, problem) in _scope.Missing.Where(rig => !before.Missing.Contains(rig)))
                failed(rig, TownErrors.RigVanished(rig, problem));
            Adjust(synced, failed, cancel);
        }

        foreach (var watch in _watches.Values)
            watch.Dispose();
    }

    /// <summary>Begins to follow what is new or was put back, and lets go of what is gone.</summary>
    private void Adjust(Action<WatchReport> synced, Action<string, CodeSyncerException> failed, CancellationToken cancel)
    {
        var moved = _moved.Keys.ToList();
        moved.ForEach(name => _moved.TryRemove(name, out _));
        var rigs = _scope.Rigs.Where(rig => TownScope.IsThere(rig.Workspace.Root)).ToDictionary(rig => rig.Rig, StringComparer.Ordinal);
        var isOther = false;
        foreach (var (name, watch) in _watches.ToList())
        {
            if (!watch.HasEnded && rigs.TryGetValue(name, out var rig) && rig.Workspace.Root == watch.Root && !moved.Exists(place => RealPath.IsWithin(watch.Root, place)))
                continue;
            watch.Dispose();
            _watches.Remove(name);
            isOther = true;
        }

        foreach (var (name, rig) in rigs.Where(rig => !_watches.ContainsKey(rig.Key)))
        {
            _watches[name] = new RigWatch(rig, synced, failed, () => _look.Set(), cancel);
            isOther = true;
        }

        if (isOther)
            _changed.Set();
    }

    /// <summary>Of what is missing also where git would be.</summary>
    private static IEnumerable<string> FoldersOf(TownScope scope)
    {
        var present = scope.Rigs.Select(rig => rig.Workspace.Root).Where(TownScope.IsThere).ToHashSet(StringComparer.Ordinal);
        return scope.Places.SelectMany(place => present.Contains(place) ? [place] : new[] { Path.Combine(place, ".git", "HEAD"), Path.Combine(place, ".git", "objects") });
    }

    /// <summary>The configuration of a rig that cannot be read is about to be mended.</summary>
    private static IEnumerable<string> FilesOf(TownScope scope) =>
        [.. scope.Town is null ? [] : new[] { TownFiles.FileOf(scope.Town) }, .. scope.Missing.Count == 0 ? [] : scope.Places.Select(place => Path.Combine(place, SettingsFiles.TeamFile.Replace('/', Path.DirectorySeparatorChar)))];

    private static Thread Start(Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true };
        thread.Start();
        return thread;
    }
}
