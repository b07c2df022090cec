using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the polecats of the town, each with its bead.</summary>
public sealed class PolecatCompleter : TownCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(TownWorkspace town) =>
        town.Slots().Where(slot => slot.IsPolecat).Select(slot => (slot.Name, slot.Bead ?? "idle"));
}
