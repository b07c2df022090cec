using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Town;

/// <summary>Stops a whole town, and starts it again.</summary>
public sealed class TownHalt(TownWorkspace town)
{
    /// <summary>Nothing is started, landed or mended from now on; agents end, at once or by themselves, and their work is saved.</summary>
    /// <param name="patience">How long they may take to end by themselves; zero: they are ended at once.</param>
    /// <param name="say">Gets a line for each agent.</param>
    public void Stop(TimeSpan patience, Action<string> say, CancellationToken stop = default)
    {
        AtomicFile.Write(town.At(TownLayout.StoppedFile), $"Stopped by {town.Actor.Name} at {LedgerTime.Write(town.Now)}. 'codesyncer town start' goes on.\n");
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (Alive().Count > 0 && Environment.TickCount64 < end)
        {
            stop.ThrowIfCancellationRequested();
            Thread.Sleep(200);
        }

        foreach (var slot in town.Slots().Where(slot => slot.IsPolecat && (slot.Bead is not null || !town.Runs.IsFree(slot))))
        {
            if (town.Runs.Of(slot.Name) is { } run)
                town.Runs.End(slot.Name, run.Generation);
            say($"{slot.Name}: stopped{Save(slot)}");
        }
    }

    /// <summary>Goes on where it was: what was at work is started again.</summary>
    public void Start(Action<string> say)
    {
        File.Delete(town.At(TownLayout.StoppedFile));
        foreach (var slot in town.Slots().Where(slot => slot is { IsPolecat: true, Bead: not null, IsStopped: false } && town.Runs.IsFree(slot)))
        {
            // What was stopped has not failed.
            if (town.Store.Change(town.Actor, (change, _) => SpawnRules.Again(change, slot.Name, slot.Generation, Slinger.NewGeneration(), Slinger.Self(), counts: false)) is not { } next)
                continue;
            new AgentLauncher(town).Start(next);
            say($"{slot.Name}: started again for {slot.Bead}");
        }

        new TownTick(town).Run(say);
    }

    private List<AgentSlot> Alive() => [.. town.Slots().Where(slot => slot.IsPolecat && !town.Runs.IsFree(slot))];

    private string Save(AgentSlot slot)
    {
        try
        {
            return town.Settings.Rig(slot.Address!.Rig) is { } rig && town.Hub(rig) is { Exists: true } hub && new AgentTree(town, hub, slot.Address).Save("stopped", slot.Generation) is not null ? ", saved" : "";
        }
        catch (CodeSyncerException error)
        {
            return $"; not saved: {error.Message}";
        }
    }
}
