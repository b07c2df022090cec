using CodeSyncer.Core.Agents;

namespace CodeSyncer.Platform.Agents;

/// <summary>Our entries in the settings of agents.</summary>
internal static class AgentEntries
{
    /// <summary>Whether an agent's own settings here hold entries of ours.</summary>
    public static bool AreIn(AgentProfile agent, string root)
    {
        foreach (var file in new[] { agent.SettingsFile, agent.SharedSettingsFile }.Distinct())
        {
            try
            {
                if (File.ReadAllText(Path.Combine(root, file)).Contains($" event {agent.Name} ", StringComparison.Ordinal))
                    return true;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Then it is not there, or not for us.
            }
        }

        return false;
    }
}
