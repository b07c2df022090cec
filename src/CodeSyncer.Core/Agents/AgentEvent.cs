using CodeSyncer.Core.Agents.Dialects;

namespace CodeSyncer.Core.Agents;

/// <summary>What an agent's runtime reported; what it left out is null.</summary>
public sealed record AgentEvent(AgentEventKind Kind)
{
    /// <summary>The runtime's name of its session.</summary>
    public string? Session { get; init; }

    /// <summary>The runtime's name of an agent that the agent started; null: itself.</summary>
    public string? Subagent { get; init; }

    /// <summary>Absolute path of the directory that the agent works in.</summary>
    public string? Directory { get; init; }

    /// <summary>Of a session's start: <c>startup</c>, <c>resume</c>, <c>clear</c>, <c>compact</c>.</summary>
    public string? Source { get; init; }

    public string? Prompt { get; init; }

    /// <summary>Paths that a tool edits, as given: absolute, or relative to <see cref="Directory"/>.</summary>
    public IReadOnlyList<string> Edits { get; init; } = [];

    /// <summary>The tool takes files away, and no shell does it.</summary>
    public bool IsDeletion { get; init; }

    /// <summary>The command of a shell tool.</summary>
    public string? Command { get; init; }

    /// <summary>The session goes on with an emptied context: what it was told before is gone.</summary>
    public bool HasLostContext => Source is "compact" or "clear";

    internal AgentEvent With(ToolInput tool) => this with { Edits = tool.Edits, Command = tool.Command ?? Command, IsDeletion = tool.IsDeletion };
}
