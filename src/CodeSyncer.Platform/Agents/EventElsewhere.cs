using CodeSyncer.Core.Agents;

namespace CodeSyncer.Platform.Agents;

/// <summary>Answers an event of an agent that is in no repository. Null: it is none of ours.</summary>
public delegate EventAnswer? EventElsewhere(AgentHook hook, AgentEvent reported, Func<string, string?> environment);
