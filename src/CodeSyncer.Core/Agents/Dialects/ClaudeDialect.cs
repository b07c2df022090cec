using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>
/// Claude Code and Codex, which reads and answers the same. Sources: the reference of Claude Code's hooks, the JSON schemas
/// of Codex's hooks; both seen in live runs (Claude Code 2.1, Codex 0.169).
/// </summary>
internal sealed class ClaudeDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        return new AgentEvent(kind)
        {
            Session = input.String("session_id"),
            Subagent = input.String("agent_id"),
            Directory = input.String("cwd"),
            Source = input.String("source"),
            Prompt = input.String("prompt"),
        }.With(ToolInput.Of(input.String("tool_name"), input.Object("tool_input")));
    }

    public bool Hears(AgentEventKind kind) => kind is AgentEventKind.SessionStart or AgentEventKind.Prompt or AgentEventKind.BeforeTool or AgentEventKind.AfterTool;

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer)
    {
        var output = JsonFields.Empty.With("hookEventName", eventName);
        if (kind == AgentEventKind.BeforeTool && answer.Refusal is { } reason)
            output = output.With("permissionDecision", "deny").With("permissionDecisionReason", reason);
        else if (Hears(kind) && answer.Context is { Length: > 0 } context)
            output = output.With("additionalContext", context);
        else
            return "";
        return JsonAnswer.Line(JsonFields.Empty.With("hookSpecificOutput", output));
    }

    public string Entry(AgentHook hook, AgentCommand command)
    {
        var run = JsonFields.Empty.With("type", "command").With("command", command.Shell).With("timeout", hook.Seconds);
        var group = hook.Matcher is null ? JsonFields.Empty : JsonFields.Empty.With("matcher", hook.Matcher);
        return group.With("hooks", [run]).ToString();
    }
}
