using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the agents that can be started.</summary>
public sealed class TownProgramCompleter : TownCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(TownWorkspace town) =>
        AgentPrograms.Known(town.Settings).Select(name => (name, AgentPrograms.Find(town.Settings, name).Program));
}
