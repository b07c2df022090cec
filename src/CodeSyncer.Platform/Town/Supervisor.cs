using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Runs a round whenever something happens in the town, and every now and then. It may be absent, and may die: the town is
/// mended by whoever comes next.
/// </summary>
public sealed class Supervisor(TownWorkspace town)
{
    /// <summary>Nobody tells of an agent that was killed: it is found by looking.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Time alone makes work ready that was deferred, and escalations old.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(2);

    /// <summary>Several changes at once are one.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    public static bool IsAlive(TownWorkspace town)
    {
        try
        {
            return ProcessStamp.TryParse(File.ReadAllText(Note(town)), out var stamp) && stamp.Id != Environment.ProcessId && stamp.IsAlive();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <param name="say">Gets each line of what was done.</param>
    /// <exception cref="CodeSyncerException">Another process supervises this town.</exception>
    public void Run(Action<string> say, CancellationToken stop)
    {
        Directory.CreateDirectory(town.At(TownLayout.Runs));
        using var alone = FileLock.TryTake(town.At(TownLayout.State + "/supervisor.lock"), TimeSpan.FromSeconds(1)) ?? throw TownErrors.AlreadySupervised(town.Root);
        AtomicFile.Write(Note(town), ProcessStamp.Of(Environment.ProcessId)?.ToString() ?? "");
        using var changed = new AutoResetEvent(false);
        using var state = Watch(town.At(TownLayout.State), changed);
        using var ledger = Watch(Path.Combine(town.At(TownLayout.Ledger), "refs"), changed);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                new TownTick(town, stop).Run(say);
                changed.Reset();
                WaitUntilNeeded(changed, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }
        finally
        {
            File.Delete(Note(town));
        }
    }

    private void WaitUntilNeeded(AutoResetEvent changed, CancellationToken stop)
    {
        for (var end = Environment.TickCount64 + (long)LongPause.TotalMilliseconds; Environment.TickCount64 < end && !stop.IsCancellationRequested;)
        {
            if (WaitHandle.WaitAny([stop.WaitHandle, changed], Pause) == 1)
            {
                stop.WaitHandle.WaitOne(Settling);
                return;
            }

            if (Recovery.IsNeeded(town))
                return;
        }
    }

    private static FileSystemWatcher Watch(string folder, EventWaitHandle changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        void Changed(object sender, FileSystemEventArgs change)
        {
            // Signs of life and locks come all the time, and change nothing.
            if (!change.FullPath.EndsWith(".seen", StringComparison.Ordinal) && !change.FullPath.EndsWith(".lock", StringComparison.Ordinal) && !change.FullPath.EndsWith(".tmp", StringComparison.Ordinal))
                changed.Set();
        }

        watcher.Created += Changed;
        watcher.Changed += Changed;
        watcher.Renamed += (_, change) => Changed(watcher, change);
        watcher.Error += (_, _) => changed.Set();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private static string Note(TownWorkspace town) => town.At(TownLayout.State + "/supervisor");
}
