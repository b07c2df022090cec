using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Town;

/// <summary>Polecats by hand: started again, stopped, removed.</summary>
public sealed class PolecatDesk(TownWorkspace town)
{
    /// <summary>Starts one again for the bead that it holds.</summary>
    /// <exception cref="CodeSyncerException">It holds none, or is at work.</exception>
    public AgentSlot Start(string name)
    {
        var slot = town.Agent(name);
        if (slot.Bead is null)
            throw TownErrors.NothingHeld(slot.Name);
        if (!town.Runs.IsFree(slot))
            throw TownErrors.AgentAlive(slot.Name);
        if (town.IsStopped)
            throw TownErrors.TownStopped();
        var next = town.Store.Change(town.Actor, (change, _) => SpawnRules.Again(change, slot.Name, slot.Generation, Slinger.NewGeneration(), Slinger.Self(), counts: false))
            ?? throw TownErrors.AgentBusy(slot.Name, slot.Bead);
        new AgentLauncher(town).Start(next);
        return next;
    }

    /// <summary>Slings the next beads of a rig that are ready.</summary>
    public IReadOnlyList<SlingResult> StartNext(string rigName, int count, string? program)
    {
        var rig = town.Rig(rigName);
        var beads = town.Store.Index().Beads(new BeadQuery { ReadyAt = town.Now }).Where(bead => bead.Assignee is null && bead.Fields.String("rig") is null or "" || TownName.AreSame(bead.Fields.String("rig") ?? "", rig.Name))
            .Where(bead => bead.Assignee is null).Take(count).Select(bead => bead.Id).ToList();
        return beads.Count == 0 ? [] : new Slinger(town).Sling(beads, rig.Name, program, null, isWhenReady: false);
    }

    /// <summary>Ends its processes and saves its work tree. It keeps its bead, and is not started again by itself.</summary>
    public AgentSlot Stop(string name)
    {
        var slot = town.Agent(name);
        // Noted first: whoever looks meanwhile does not start it again.
        var stopped = town.Store.Change(town.Actor, (change, _) => SpawnRules.Stop(change, slot.Name, slot.Generation)) ?? slot;
        if (town.Runs.Of(slot.Name) is { } run)
            town.Runs.End(slot.Name, run.Generation);
        if (town.Settings.Rig(slot.Address!.Rig) is { } rig && town.Hub(rig) is { Exists: true } hub)
            new AgentTree(town, hub, slot.Address).Save("stopped", slot.Generation);
        return stopped;
    }

    /// <summary>It is no more: its work tree goes, saved first; a bead that it held is free; its branches stay until they have landed.</summary>
    /// <exception cref="CodeSyncerException">It is at work; or something is not committed or has not landed, and it is not forced.</exception>
    public void Remove(string name, bool force)
    {
        var slot = town.Agent(name);
        if (!town.Runs.IsFree(slot))
            throw TownErrors.AgentAlive(slot.Name);
        var hub = town.Hub(town.Rig(slot.Address!.Rig));
        var tree = new AgentTree(town, hub, slot.Address);
        if (!force && hub.Exists && tree.Unsafe() is { Count: > 0 } reasons)
            throw TownErrors.StillUnsafe(slot.Name, reasons);
        tree.Remove();
        town.Store.Change(town.Actor, (change, _) =>
        {
            RigRules.Leave(change, slot.Name);
            return true;
        });
    }
}
