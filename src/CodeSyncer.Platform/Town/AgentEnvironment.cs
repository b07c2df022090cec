using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Town;

/// <summary>The variables that tell an agent, and all that it starts, who it is. Nothing of it is written to any configuration.</summary>
internal static class AgentEnvironment
{
    private static readonly string[] OfOthers =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", Git.GitCommand.GuardVariable,
        "CLAUDECODE", "CLAUDE_CODE_SESSION_ID", "CLAUDE_CODE_ENTRYPOINT", "CODEX_SESSION_ID",
    ];

    /// <param name="generation">Of this spawn; it is the session as well.</param>
    public static void Apply(IDictionary<string, string?> environment, TownWorkspace town, string agent, string generation, AgentProgram command)
    {
        foreach (var name in OfOthers)
            environment.Remove(name);
        foreach (var (name, value) in RigHub.Identity(agent, town.Settings.Name))
            environment[name] = value;
        environment["CODESYNCER_AGENT"] = agent;
        environment[ActingAgent.SessionVariable] = generation;
        environment[Heartbeat.GenerationVariable] = generation;
        environment[Heartbeat.TownVariable] = town.Root;
        environment["PATH"] = $"{Path.GetDirectoryName(AgentLauncher.OwnProgram())}{Path.PathSeparator}{environment["PATH"]}";
        foreach (var (name, value) in command.Environment)
            environment[name] = value;
    }
}
