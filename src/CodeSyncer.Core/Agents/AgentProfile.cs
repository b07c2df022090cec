namespace CodeSyncer.Core.Agents;

/// <summary>One agent, as a row of data.</summary>
public sealed record AgentProfile
{
    /// <summary>As <c>init --agents</c> and <c>event</c> take it.</summary>
    public required string Name { get; init; }

    /// <summary>As people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The program, and its arguments for one headless run; <c>{prompt}</c> stands for the prompt.</summary>
    public required string Program { get; init; }

    public required IReadOnlyList<string> Headless { get; init; }

    /// <summary>Arguments that go on with a session; <c>{session}</c> stands for its id.</summary>
    public required IReadOnlyList<string> Resume { get; init; }

    /// <summary>The person's own settings of a repository, relative to its root.</summary>
    public required string SettingsFile { get; init; }

    /// <summary>The settings that a team shares; the same file where the agent has no other.</summary>
    public required string SharedSettingsFile { get; init; }

    /// <summary>Keys that the settings must have for hooks to count, with their JSON.</summary>
    public IReadOnlyList<(string Key, string Json)> Required { get; init; } = [];

    public required IReadOnlyList<AgentHook> Hooks { get; init; }

    /// <summary>Characters of context that one answer may add.</summary>
    public required int MostCharacters { get; init; }

    /// <summary>Text before a tool runs reaches the model; otherwise it is told what it should know after its edit.</summary>
    public bool IsToldBeforeTool { get; init; }

    /// <summary>Variable of the environment that holds the session in what the agent runs; null: none.</summary>
    public string? SessionVariable { get; init; }

    /// <summary>What a person must still do, that no file can; null: nothing.</summary>
    public string? LeftToDo { get; init; }

    /// <summary>How it speaks.</summary>
    public required IAgentDialect Dialect { get; init; }

    public AgentHook? Hook(string eventName) => Hooks.FirstOrDefault(hook => string.Equals(hook.Name, eventName, StringComparison.OrdinalIgnoreCase));
}
