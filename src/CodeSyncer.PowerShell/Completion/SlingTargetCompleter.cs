using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the rigs and the agents of the town.</summary>
public sealed class SlingTargetCompleter : TownCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(TownWorkspace town) =>
        town.Settings.Rigs.Select(rig => (rig.Name, town.YoursOf(rig))).Concat(town.Slots().Where(slot => slot.Address is not null).Select(slot => (slot.Name, slot.Bead ?? "idle")));
}
