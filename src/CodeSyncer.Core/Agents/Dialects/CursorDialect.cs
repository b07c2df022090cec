using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>Cursor. Source: the hooks page of its documentation.</summary>
internal sealed class CursorDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        var tool = input.Object("tool_input");
        var roots = input.StringList("workspace_roots");
        return new AgentEvent(kind)
        {
            Session = input.String("session_id") ?? input.String("conversation_id"),
            Subagent = input.String("subagent_id"),
            Directory = input.String("cwd") is { Length: > 0 } directory ? directory : roots.Count > 0 ? roots[0] : null,
            Prompt = input.String("prompt"),
            Edits = tool is null ? [] : ToolInput.Edits(input.String("tool_name") ?? "", tool),
            Command = tool is null ? input.String("command") : ToolInput.Command(tool),
        };
    }

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer) => kind switch
    {
        AgentEventKind.BeforeTool when answer.Refusal is { } reason =>
            JsonAnswer.Line(JsonFields.Empty.With("permission", "deny").With("user_message", reason).With("agent_message", reason)),
        AgentEventKind.SessionStart or AgentEventKind.AfterTool when answer.Context is { Length: > 0 } context =>
            JsonAnswer.Line(JsonFields.Empty.With("additional_context", context)),
        _ => "",
    };

    public string Entry(AgentHook hook, string command) => JsonFields.Empty.With("command", command).With("timeout", hook.Seconds).ToString();
}
