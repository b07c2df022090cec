namespace CodeSyncer.Core.Town;

/// <summary>An agent's state, and what is to be done.</summary>
/// <param name="Reason">One line for people; empty where there is nothing to say.</param>
/// <param name="EndsProcess">Processes of it that still run are to be ended first.</param>
public sealed record Verdict(AgentState State, AgentAction Action, string Reason, bool EndsProcess = false);
