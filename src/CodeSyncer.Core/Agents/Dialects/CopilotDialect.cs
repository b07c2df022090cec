using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>
/// GitHub Copilot CLI, with entries in camel case. Source: the hooks configuration reference in GitHub's documentation, and
/// what version 1.0.102 reported and heeded in live runs.
/// </summary>
internal sealed class CopilotDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        // In a subagent the session is the subagent's; when one starts or stops it is that of its parent.
        var subagent = input.String("agentId");
        return new AgentEvent(kind)
        {
            Session = (subagent is null ? null : input.String("parentAgentId")) ?? input.String("sessionId"),
            Subagent = subagent,
            Directory = input.String("cwd"),
            Source = input.String("source") is "new" ? "startup" : input.String("source"),
            Prompt = input.String("prompt") ?? input.String("initialPrompt"),
        }.With(ToolInput.Of(input.String("toolName"), Arguments(input)));
    }

    public bool Hears(AgentEventKind kind) => kind is AgentEventKind.SessionStart or AgentEventKind.Prompt or AgentEventKind.BeforeTool or AgentEventKind.AfterTool;

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer) => kind switch
    {
        AgentEventKind.BeforeTool when answer.Refusal is { } reason =>
            JsonAnswer.Line(JsonFields.Empty.With("permissionDecision", "deny").With("permissionDecisionReason", reason)),
        _ when Hears(kind) && answer.Context is { Length: > 0 } context => JsonAnswer.Line(JsonFields.Empty.With("additionalContext", context)),
        _ => "",
    };

    public string Entry(AgentHook hook, AgentCommand command) =>
        JsonFields.Empty.With("type", "command").With("bash", command.Shell).With("powershell", command.PowerShell).With("timeoutSec", hook.Seconds).ToString();

    /// <summary>The arguments come as an object, as JSON in a string, or as the one text that a tool takes.</summary>
    private static JsonFields? Arguments(JsonFields input)
    {
        if (input.Object("toolArgs") is { } given)
            return given;
        if (input.String("toolArgs") is not { Length: > 0 } text)
            return null;
        try
        {
            return JsonFields.Parse(text);
        }
        catch (FormatException)
        {
            return JsonFields.Empty.With("input", text);
        }
    }
}
