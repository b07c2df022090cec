using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// One round of all that a town does by itself: mend, land, start what waits. Whatever ends (an agent, a <c>done</c>) asks for
/// one, so that work goes on with no process that must be up. Who asks while one is under way is heard at its end.
/// </summary>
public sealed class TownTick(TownWorkspace town, CancellationToken stop = default)
{
    /// <summary>How often is looked for who died, while gates run.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private string Wanted => town.At(TownLayout.State + "/round.wanted");

    /// <summary>Has a process of its own run one; this one goes on.</summary>
    public static void Ask(TownWorkspace town)
    {
        Directory.CreateDirectory(town.At(TownLayout.State));
        File.WriteAllBytes(town.At(TownLayout.State + "/round.wanted"), []);
        if (!Supervisor.IsAlive(town))
            DetachedProcess.TryStartForTown(AgentLauncher.OwnProgram(), town.Root, "town", "recover", "--quiet");
    }

    /// <summary>Runs until nobody asks any more. Null: another process is at it, and does what we wanted.</summary>
    /// <param name="say">Gets each line of what was done, as it is done.</param>
    public int? Run(Action<string> say)
    {
        Directory.CreateDirectory(town.At(TownLayout.State));
        File.WriteAllBytes(Wanted, []);
        int? count = null;
        while (File.Exists(Wanted))
        {
            using var alone = FileLock.TryTake(town.At(TownLayout.State + "/round.lock"), TimeSpan.Zero);
            if (alone is null)
                return count;
            while (File.Exists(Wanted))
            {
                stop.ThrowIfCancellationRequested();
                File.Delete(Wanted);
                count = (count ?? 0) + Round(say);
            }
        }

        return count;
    }

    private int Round(Action<string> say)
    {
        var (gate, count) = (new Lock(), 0);
        void Say(string line)
        {
            lock (gate)
            {
                count++;
                say(line);
            }
        }

        Mend(Say);
        var queues = new Dictionary<string, Task<int>>(StringComparer.OrdinalIgnoreCase);
        StartQueues(queues, Say);
        // Gates may take their time: meanwhile other rigs land, and whoever dies is mended.
        for (var next = DateTimeOffset.UtcNow + Pause; !Task.WhenAll(queues.Values).Wait(Glance, CancellationToken.None);)
        {
            if (!File.Exists(Wanted) && DateTimeOffset.UtcNow < next)
                continue;
            File.Delete(Wanted);
            Mend(Say);
            StartQueues(queues, Say);
            next = DateTimeOffset.UtcNow + Pause;
        }

        stop.ThrowIfCancellationRequested();
        // What has landed makes others ready.
        if (queues.Values.Sum(queue => queue.Result) > 0)
            Mend(Say);
        return count;
    }

    private void Mend(Action<string> say)
    {
        town.ReadSettingsAgain();
        foreach (var line in new Recovery(town).Run())
            say(line);
    }

    /// <summary>One at a time a rig; each in a workspace of its own.</summary>
    private void StartQueues(Dictionary<string, Task<int>> queues, Action<string> say)
    {
        if (town.IsStopped || stop.IsCancellationRequested)
            return;
        foreach (var rig in town.Settings.Rigs.Where(rig => !queues.TryGetValue(rig.Name, out var queue) || queue.IsCompletedSuccessfully).Where(rig => MergeQueue.Waiting(town.Store.Index(), rig.Name).Count > 0))
        {
            var landed = queues.GetValueOrDefault(rig.Name)?.Result ?? 0;
            queues[rig.Name] = Task.Run(() => landed + Land(rig, say), CancellationToken.None);
        }
    }

    private int Land(RigSettings rig, Action<string> say)
    {
        try
        {
            using var own = TownWorkspace.Open(town.Root);
            var lines = new MergeQueue(own, rig, stop).Run() ?? [];
            foreach (var line in lines)
                say(line);
            return lines.Count;
        }
        catch (CodeSyncerException error)
        {
            say($"{rig.Name}: {error.Message}: {error.Hint}");
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            say($"{rig.Name}: {error.Message}");
            return 0;
        }
        catch (OperationCanceledException)
        {
            // What waits is landed by whoever comes next.
            return 0;
        }
    }
}
