using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>Cursor. Source: the hooks page of its documentation.</summary>
internal sealed class CursorDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        var roots = input.StringList("workspace_roots");
        return new AgentEvent(kind)
        {
            Session = input.String("session_id") ?? input.String("conversation_id"),
            Subagent = input.String("subagent_id"),
            Directory = input.String("cwd") is { Length: > 0 } directory ? directory : roots.Count > 0 ? roots[0] : null,
            Prompt = input.String("prompt"),
            // Of beforeShellExecution, which is about no tool by name.
            Command = input.String("command"),
        }.With(ToolInput.Of(input.String("tool_name"), input.Object("tool_input")));
    }

    public bool Hears(AgentEventKind kind) => kind is AgentEventKind.SessionStart or AgentEventKind.AfterTool;

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer) => kind switch
    {
        AgentEventKind.BeforeTool when answer.Refusal is { } reason =>
            JsonAnswer.Line(JsonFields.Empty.With("permission", "deny").With("user_message", reason).With("agent_message", reason)),
        _ when Hears(kind) && answer.Context is { Length: > 0 } context =>
            JsonAnswer.Line(JsonFields.Empty.With("additional_context", context)),
        // A stop that is answered would be a prompt of ours.
        _ => "",
    };

    public string Entry(AgentHook hook, AgentCommand command) => JsonFields.Empty.With("command", command.Shell).With("timeout", hook.Seconds).ToString();
}
