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
        town.ReadSettingsAgain();
        var count = 0;
        void Say(string line)
        {
            count++;
            say(line);
        }

        foreach (var line in new Recovery(town).Run())
            Say(line);
        var landed = 0;
        foreach (var rig in town.IsStopped ? [] : town.Settings.Rigs)
        {
            try
            {
                foreach (var line in new MergeQueue(town, rig, stop).Run() ?? [])
                {
                    landed++;
                    Say(line);
                }
            }
            catch (CodeSyncerException error)
            {
                Say($"{rig.Name}: {error.Message}: {error.Hint}");
            }
        }

        // What has landed makes others ready.
        if (landed > 0)
        {
            foreach (var line in new Recovery(town).Run())
                Say(line);
        }

        return count;
    }
}
