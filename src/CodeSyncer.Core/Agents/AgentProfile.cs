namespace CodeSyncer.Core.Agents;

/// <summary>One agent, as a row of data.</summary>
public sealed record AgentProfile
{
    /// <summary>As <c>init --agents</c> and <c>event</c> take it.</summary>
    public required string Name { get; init; }

    /// <summary>As people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The program, and its arguments for one headless run; <c>{prompt}</c> stands for the prompt, <c>{session}</c> for the id of a new session.</summary>
    public required string Program { get; init; }

    public required IReadOnlyList<string> Headless { get; init; }

    /// <summary>Arguments that go on with a session; <c>{session}</c> stands for its id. Empty: it cannot, or does not take an id of ours.</summary>
    public required IReadOnlyList<string> Resume { get; init; }

    /// <summary>The person's own settings of a repository, relative to its root.</summary>
    public required string SettingsFile { get; init; }

    /// <summary>The settings that a team shares; the same file where the agent has no other.</summary>
    public required string SharedSettingsFile { get; init; }

    /// <summary>Keys that the person's settings must have for hooks to count, with their JSON.</summary>
    public IReadOnlyList<(string Key, string Json)> Required { get; init; } = [];

    /// <summary>The same for the shared ones.</summary>
    public IReadOnlyList<(string Key, string Json)> SharedRequired { get; init; } = [];

    /// <summary>A comment or a trailing comma in its settings makes it leave them out, or is not known to be read.</summary>
    public bool IsPlainJson { get; init; }

    /// <summary>On Windows it runs hooks in PowerShell; otherwise in a POSIX shell or in none.</summary>
    public bool RunsPowerShell { get; init; }

    public required IReadOnlyList<AgentHook> Hooks { get; init; }

    /// <summary>Characters of context that one answer may add.</summary>
    public required int MostCharacters { get; init; }

    /// <summary>No session start follows when it has compacted its context: what it must know again comes with the next event.</summary>
    public bool IsSilentAfterCompaction { get; init; }

    /// <summary>Variable of the environment that holds the session in what the agent runs; null: none.</summary>
    public string? SessionVariable { get; init; }

    /// <summary>Variable of a hook's environment that holds the folder the agent was started in; null: none.</summary>
    public string? ProjectVariable { get; init; }

    /// <summary>What a person must still do, that no file can; null: nothing.</summary>
    public string? LeftToDo { get; init; }

    /// <summary>How it speaks.</summary>
    public required IAgentDialect Dialect { get; init; }

    public AgentHook? Hook(string eventName) => Hooks.FirstOrDefault(hook => string.Equals(hook.Name, eventName, StringComparison.OrdinalIgnoreCase));
}
