using CodeSyncer.Core.Work;

namespace CodeSyncer.Platform.Agents;

/// <summary>Text for an agent's context, and what went into it.</summary>
/// <param name="Parts">The parts that are not tags, as far as they fitted.</param>
public sealed record Prime(string Text, AgentBrief Brief, IReadOnlyList<(string Name, string Text)> Parts);
