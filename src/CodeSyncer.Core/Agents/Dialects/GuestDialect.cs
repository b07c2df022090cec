using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>
/// An entry of one agent's settings that another agent runs. Sources: live runs of GitHub Copilot CLI 1.0.102, which reads the
/// nested form of Claude Code before a tool only; Cursor's page on hooks of third parties.
/// </summary>
/// <param name="own">Of the agent whose entry it is.</param>
/// <param name="host">Of the agent that runs it.</param>
internal sealed class GuestDialect(IAgentDialect own, IAgentDialect host, GuestForm form) : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input) => (form == GuestForm.HostReports ? host : own).Read(kind, input);

    public bool Hears(AgentEventKind kind) => host.Hears(kind);

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer)
    {
        if (answer.Refusal is null && !Hears(kind))
            return "";
        return (form == GuestForm.HostReports || kind == AgentEventKind.BeforeTool ? own : host).Write(eventName, kind, answer);
    }

    public string Entry(AgentHook hook, AgentCommand command) => own.Entry(hook, command);
}
