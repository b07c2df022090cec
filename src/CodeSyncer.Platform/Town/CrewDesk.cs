using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Platform.Town;

/// <summary>Crews: work trees of a rig in which persons work, each with a name and a hook of its own.</summary>
public sealed class CrewDesk(TownWorkspace town)
{
    public IEnumerable<AgentSlot> All() => town.Slots().Where(slot => slot.Address is { IsPolecat: false });

    /// <param name="profile">The agent of the catalog whose settings the work tree gets; null: none.</param>
    /// <returns>The work tree.</returns>
    /// <exception cref="CodeSyncerException">The name is bad or taken.</exception>
    public string Add(string rigName, string name, string? profile)
    {
        var rig = town.Rig(rigName);
        var address = AgentAddress.Crew(rig.Name, TownName.Check("crew", name));
        if (All().Any(slot => TownName.AreSame(slot.Name, address.ToString())))
            throw TownErrors.CrewExists(address.ToString());
        var hub = town.Hub(rig);
        hub.Refresh();
        var tree = new AgentTree(town, hub, address);
        tree.Make(TownLayout.CrewBranch(name), profile);
        town.Store.Change(town.Actor, (change, _) => RigRules.Join(change, address));
        return tree.Path;
    }

    /// <summary>Its work tree goes, saved first; its branch stays until it has landed.</summary>
    /// <exception cref="CodeSyncerException">Something in it is not committed, or has not landed, and it is not forced.</exception>
    public void Remove(string name, bool force)
    {
        var slot = town.Agent(name);
        var hub = town.Hub(town.Rig(slot.Address!.Rig));
        var tree = new AgentTree(town, hub, slot.Address);
        if (!force && hub.Exists && tree.Unsafe() is { Count: > 0 } reasons)
            throw TownErrors.StillUnsafe(slot.Name, reasons);
        var branch = tree.Branch();
        tree.Remove();
        if (branch is not null && hub.Commit("refs/heads/" + branch) is { } head && hub.HasLanded(head, hub.TargetRef) && branch == TownLayout.CrewBranch(slot.Address.Name))
            hub.DeleteBranch(branch, head);
        town.Store.Change(town.Actor, (change, _) =>
        {
            RigRules.Leave(change, slot.Name);
            return true;
        });
    }
}
