using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the rigs of the town.</summary>
public sealed class RigCompleter : TownCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(TownWorkspace town) =>
        town.Settings.Rigs.Select(rig => (rig.Name, town.YoursOf(rig)));
}
