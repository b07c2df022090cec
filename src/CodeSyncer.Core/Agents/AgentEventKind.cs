namespace CodeSyncer.Core.Agents;

/// <summary>What happened in an agent's life, whatever its runtime calls it.</summary>
public enum AgentEventKind
{
    SessionStart,
    Prompt,
    BeforeTool,
    AfterTool,
    BeforeCompaction,

    /// <summary>An answer is complete, of the agent or of one that it started.</summary>
    TurnEnd,
    SessionEnd,
}
