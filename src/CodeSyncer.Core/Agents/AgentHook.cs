namespace CodeSyncer.Core.Agents;

/// <summary>An event of an agent that we are asked at.</summary>
/// <param name="Name">As the agent calls it.</param>
/// <param name="Seconds">How long the agent waits for us.</param>
/// <param name="Matcher">Names of tools, as a regular expression; null: whatever it is about.</param>
public sealed record AgentHook(string Name, AgentEventKind Kind, int Seconds, string? Matcher = null);
