using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents;

/// <summary>How one family of agents reports events and reads answers.</summary>
public interface IAgentDialect
{
    /// <summary>Reads what stands on standard input; keys that are not known are ignored.</summary>
    AgentEvent Read(AgentEventKind kind, JsonFields input);

    /// <summary>Whether text that answers such an event reaches the model.</summary>
    bool Hears(AgentEventKind kind);

    /// <summary>The text for standard output; empty: nothing to say.</summary>
    /// <param name="eventName">As the agent calls the event.</param>
    string Write(string eventName, AgentEventKind kind, EventAnswer answer);

    /// <summary>One entry of the settings, as compact JSON.</summary>
    string Entry(AgentHook hook, AgentCommand command);
}
