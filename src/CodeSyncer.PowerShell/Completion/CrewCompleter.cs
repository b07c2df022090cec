using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the crews of the town.</summary>
public sealed class CrewCompleter : TownCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(TownWorkspace town) =>
        new CrewDesk(town).All().Select(slot => (slot.Name, ""));
}
