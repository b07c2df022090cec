using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

/// <summary>A cmdlet that gives agents of a town, all or those named.</summary>
public abstract class AgentListCommand : TownCommand
{
    private protected void Write(TownWorkspace town, IReadOnlyList<string> names, bool isPolecat)
    {
        var agents = TownAgentInfo.Of(town).Where(agent => agent.IsPolecat == isPolecat).ToList();
        foreach (var name in names.DefaultIfEmpty("*"))
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name))
            {
                GuardItem(() => WriteObject(agents.First(agent => agent.Name == town.Agent(name).Name).Whole()), name);
                continue;
            }

            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            WriteObject(agents.Where(agent => pattern.IsMatch(agent.Name) || pattern.IsMatch(agent.ShortName)), enumerateCollection: true);
        }
    }
}
