using System.Text.RegularExpressions;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>Gemini CLI. Source: the hooks reference in its documentation, and what version 0.61 reported and heeded in live runs.</summary>
internal sealed partial class GeminiDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        return new AgentEvent(kind)
        {
            Session = input.String("session_id"),
            Directory = input.String("cwd"),
            Source = input.String("source"),
            Prompt = input.String("prompt") is { } prompt ? OwnContext().Replace(prompt, "") : null,
        }.With(ToolInput.Of(input.String("tool_name"), input.Object("tool_input")));
    }

    public bool Hears(AgentEventKind kind) => kind is AgentEventKind.SessionStart or AgentEventKind.Prompt or AgentEventKind.AfterTool;

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer)
    {
        if (kind == AgentEventKind.BeforeTool)
            return answer.Refusal is { } reason ? JsonAnswer.Line(JsonFields.Empty.With("decision", "deny").With("reason", reason)) : "";
        return Hears(kind) && answer.Context is { Length: > 0 } context
            ? JsonAnswer.Line(JsonFields.Empty.With("hookSpecificOutput", JsonFields.Empty.With("hookEventName", eventName).With("additionalContext", context)))
            : "";
    }

    public string Entry(AgentHook hook, AgentCommand command) => JsonFields.Empty.With("matcher", hook.Matcher ?? "*").With("hooks",
        [JsonFields.Empty.With("name", "codesyncer").With("type", "command").With("command", command.Shell).With("timeout", hook.Seconds * 1000L)]).ToString();

    /// <summary>What hooks have added to the prompt, ours among it: no words of the person.</summary>
    [GeneratedRegex("<hook_context>.*?</hook_context>\\s*", RegexOptions.Singleline)]
    private static partial Regex OwnContext();
}
