using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>GitHub Copilot CLI. Source: the hooks configuration reference in GitHub's documentation.</summary>
internal sealed class CopilotDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        var tool = Arguments(input);
        return new AgentEvent(kind)
        {
            Session = input.String("sessionId"),
            Directory = input.String("cwd"),
            Source = input.String("source") is "new" ? "startup" : input.String("source"),
            Prompt = input.String("prompt") ?? input.String("initialPrompt"),
            Edits = tool is null ? [] : ToolInput.Edits(input.String("toolName") ?? "", tool),
            Command = tool is null ? null : ToolInput.Command(tool),
        };
    }

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer) => kind switch
    {
        AgentEventKind.BeforeTool when answer.Refusal is { } reason =>
            JsonAnswer.Line(JsonFields.Empty.With("permissionDecision", "deny").With("permissionDecisionReason", reason)),
        AgentEventKind.SessionStart or AgentEventKind.Prompt or AgentEventKind.AfterTool when answer.Context is { Length: > 0 } context =>
            JsonAnswer.Line(JsonFields.Empty.With("additionalContext", context)),
        _ => "",
    };

    public string Entry(AgentHook hook, string command) =>
        JsonFields.Empty.With("type", "command").With("bash", command).With("powershell", "& " + command).With("timeoutSec", hook.Seconds).ToString();

    /// <summary>The arguments come as an object, or as JSON in a string.</summary>
    private static JsonFields? Arguments(JsonFields input)
    {
        if (input.Object("toolArgs") is { } given)
            return given;
        try
        {
            return input.String("toolArgs") is { Length: > 0 } text ? JsonFields.Parse(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
