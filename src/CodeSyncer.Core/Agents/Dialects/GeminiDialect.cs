using System.Text.RegularExpressions;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>Gemini CLI. Source: the hooks reference in its documentation.</summary>
internal sealed partial class GeminiDialect : IAgentDialect
{
    public AgentEvent Read(AgentEventKind kind, JsonFields input)
    {
        var tool = input.Object("tool_input");
        return new AgentEvent(kind)
        {
            Session = input.String("session_id"),
            Directory = input.String("cwd"),
            Source = input.String("source"),
            Prompt = input.String("prompt") is { } prompt ? OwnContext().Replace(prompt, "") : null,
            Edits = tool is null ? [] : ToolInput.Edits(input.String("tool_name") ?? "", tool),
            Command = tool is null ? null : ToolInput.Command(tool),
        };
    }

    public string Write(string eventName, AgentEventKind kind, EventAnswer answer)
    {
        if (kind == AgentEventKind.BeforeTool)
            return answer.Refusal is { } reason ? JsonAnswer.Line(JsonFields.Empty.With("decision", "deny").With("reason", reason)) : "";
        return kind is AgentEventKind.SessionStart or AgentEventKind.Prompt or AgentEventKind.AfterTool && answer.Context is { Length: > 0 } context
            ? JsonAnswer.Line(JsonFields.Empty.With("hookSpecificOutput", JsonFields.Empty.With("hookEventName", eventName).With("additionalContext", context)))
            : "";
    }

    public string Entry(AgentHook hook, string command) => JsonFields.Empty.With("matcher", hook.Matcher ?? "*").With("hooks",
        [JsonFields.Empty.With("name", "codesyncer").With("type", "command").With("command", command).With("timeout", hook.Seconds * 1000L)]).ToString();

    /// <summary>What hooks have added to the prompt, ours among it: no words of the person.</summary>
    [GeneratedRegex("<hook_context>.*?</hook_context>", RegexOptions.Singleline)]
    private static partial Regex OwnContext();
}
