using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>The agents that can be started: those of the town and of the user, then the catalog.</summary>
public static class AgentPrograms
{
    public static IEnumerable<string> Known(TownSettings settings) => settings.Agents.Keys.Union(AgentCatalog.All.Select(agent => agent.Name)).Order(StringComparer.Ordinal);

    /// <exception cref="CodeSyncerException">There is no such agent.</exception>
    public static AgentProgram Find(TownSettings settings, string name) =>
        settings.Agents.GetValueOrDefault(name) ?? (AgentCatalog.Find(name) is { } profile ? AgentProgram.Of(profile) : null)
        ?? throw TownErrors.UnknownProgram(name, NearestWord.Of(name, Known(settings)), Known(settings));

    /// <exception cref="CodeSyncerException">Its program is not on this machine.</exception>
    public static string Locate(AgentProgram command) => ProgramPath.Find(command.Program) ?? throw TownErrors.ProgramMissing(command.Program);
}
