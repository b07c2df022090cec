using CodeSyncer.Core.Agents;

namespace CodeSyncer.Core.Tests.Agents.Dialects;

public class AnswerTests
{
    [Theory]
    // Context, where the agent reads it.
    [InlineData("claude", "SessionStart", "{\"hookSpecificOutput\":{\"hookEventName\":\"SessionStart\",\"additionalContext\":\"so\"}}")]
    [InlineData("claude", "UserPromptSubmit", "{\"hookSpecificOutput\":{\"hookEventName\":\"UserPromptSubmit\",\"additionalContext\":\"so\"}}")]
    [InlineData("claude", "PreToolUse", "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"additionalContext\":\"so\"}}")]
    [InlineData("codex", "PostToolUse", "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"additionalContext\":\"so\"}}")]
    [InlineData("gemini", "SessionStart", "{\"hookSpecificOutput\":{\"hookEventName\":\"SessionStart\",\"additionalContext\":\"so\"}}")]
    [InlineData("gemini", "BeforeAgent", "{\"hookSpecificOutput\":{\"hookEventName\":\"BeforeAgent\",\"additionalContext\":\"so\"}}")]
    [InlineData("gemini", "BeforeTool", "")]
    [InlineData("gemini", "AfterTool", "{\"hookSpecificOutput\":{\"hookEventName\":\"AfterTool\",\"additionalContext\":\"so\"}}")]
    [InlineData("copilot", "sessionStart", "{\"additionalContext\":\"so\"}")]
    [InlineData("copilot", "userPromptSubmitted", "{\"additionalContext\":\"so\"}")]
    [InlineData("copilot", "preToolUse", "{\"additionalContext\":\"so\"}")]
    [InlineData("copilot", "postToolUse", "{\"additionalContext\":\"so\"}")]
    [InlineData("cursor", "sessionStart", "{\"additional_context\":\"so\"}")]
    [InlineData("cursor", "beforeSubmitPrompt", "")]
    [InlineData("cursor", "preToolUse", "")]
    [InlineData("cursor", "beforeShellExecution", "")]
    [InlineData("cursor", "postToolUse", "{\"additional_context\":\"so\"}")]
    public void Context_is_said_in_the_agents_own_form(string agent, string name, string expected) =>
        Assert.Equal(expected, Answer(agent, name, new EventAnswer("so")).TrimEnd('\n'));

    [Theory]
    [InlineData("claude", "PreToolUse", "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"no\"}}")]
    [InlineData("codex", "PreToolUse", "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"no\"}}")]
    [InlineData("gemini", "BeforeTool", "{\"decision\":\"deny\",\"reason\":\"no\"}")]
    [InlineData("copilot", "preToolUse", "{\"permissionDecision\":\"deny\",\"permissionDecisionReason\":\"no\"}")]
    [InlineData("cursor", "preToolUse", "{\"permission\":\"deny\",\"user_message\":\"no\",\"agent_message\":\"no\"}")]
    [InlineData("cursor", "beforeShellExecution", "{\"permission\":\"deny\",\"user_message\":\"no\",\"agent_message\":\"no\"}")]
    public void A_refusal_is_said_in_the_agents_own_form(string agent, string name, string expected) =>
        Assert.Equal(expected, Answer(agent, name, new EventAnswer(Refusal: "no")).TrimEnd('\n'));

    [Fact]
    public void Nothing_to_say_is_no_output_in_any_dialect()
    {
        foreach (var (agent, hook) in AgentCatalog.All.SelectMany(agent => agent.Hooks.Select(hook => (agent, hook))))
        {
            Assert.Equal("", agent.Dialect.Write(hook.Name, hook.Kind, EventAnswer.Nothing));
            Assert.Equal("", agent.Dialect.Write(hook.Name, hook.Kind, new EventAnswer("")));
        }
    }

    [Fact]
    public void An_end_is_never_answered_so_that_no_prompt_is_made_of_it()
    {
        foreach (var (agent, hook) in AgentCatalog.All.SelectMany(agent => agent.Hooks.Select(hook => (agent, hook))))
        {
            if (hook.Kind is AgentEventKind.TurnEnd or AgentEventKind.SessionEnd or AgentEventKind.BeforeCompaction)
                Assert.Equal("", agent.Dialect.Write(hook.Name, hook.Kind, new EventAnswer("so", "no")));
        }
    }

    [Fact]
    public void Only_before_a_tool_something_is_refused()
    {
        foreach (var (agent, hook) in AgentCatalog.All.SelectMany(agent => agent.Hooks.Select(hook => (agent, hook))))
        {
            var answer = agent.Dialect.Write(hook.Name, hook.Kind, new EventAnswer(Refusal: "no"));
            Assert.Equal(hook.Kind == AgentEventKind.BeforeTool, answer.Contains("\"deny\"", StringComparison.Ordinal));
            Assert.Equal(hook.Kind == AgentEventKind.BeforeTool, answer.Length > 0);
        }
    }

    [Theory]
    [InlineData("copilot", "SessionStart", "{\"additionalContext\":\"so\"}")]
    [InlineData("copilot", "PostToolUse", "{\"additionalContext\":\"so\"}")]
    [InlineData("copilot", "PreToolUse", "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"additionalContext\":\"so\"}}")]
    [InlineData("copilot", "Stop", "")]
    [InlineData("cursor", "SessionStart", "{\"hookSpecificOutput\":{\"hookEventName\":\"SessionStart\",\"additionalContext\":\"so\"}}")]
    [InlineData("cursor", "UserPromptSubmit", "")]
    [InlineData("cursor", "Stop", "")]
    public void An_entry_for_claude_is_answered_as_its_host_reads_it(string host, string name, string expected)
    {
        var guest = AgentCatalog.As(AgentCatalog.Find("claude")!, AgentCatalog.Find(host)!);
        Assert.Equal(expected, guest.Dialect.Write(name, guest.Hook(name)!.Kind, new EventAnswer("so")).TrimEnd('\n'));
    }

    [Theory]
    [InlineData("claude", "Stop", "{\"hooks\":[{\"type\":\"command\",\"command\":\"run\",\"timeout\":30}]}")]
    [InlineData("gemini", "AfterAgent", "{\"matcher\":\"*\",\"hooks\":[{\"name\":\"codesyncer\",\"type\":\"command\",\"command\":\"run\",\"timeout\":30000}]}")]
    [InlineData("copilot", "agentStop", "{\"type\":\"command\",\"bash\":\"run\",\"powershell\":\"run; exit\",\"timeoutSec\":30}")]
    [InlineData("cursor", "stop", "{\"command\":\"run\",\"timeout\":30}")]
    public void An_entry_has_the_agents_shape_and_its_unit_of_time(string agent, string name, string expected)
    {
        var profile = AgentCatalog.Find(agent)!;
        Assert.Equal(expected, profile.Dialect.Entry(profile.Hook(name)!, new AgentCommand("run", "run; exit")));
    }

    [Fact]
    public void No_entry_has_an_empty_matcher_for_which_copilot_would_leave_out_the_file()
    {
        foreach (var (agent, hook) in AgentCatalog.All.SelectMany(agent => agent.Hooks.Select(hook => (agent, hook))))
            Assert.DoesNotContain("\"matcher\":\"\"", agent.Dialect.Entry(hook, new AgentCommand("run", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void In_powershell_a_missing_executable_is_silent_and_an_odd_path_stays_one_word()
    {
        Assert.Equal("if (Test-Path -LiteralPath 'C:/it''s/codesyncer.exe') { & 'C:/it''s/codesyncer.exe' event gemini BeforeTool }; exit 0", AgentCommand.InPowerShell("C:/it's/codesyncer.exe", "event gemini BeforeTool"));
        Assert.EndsWith(" event copilot preToolUse }; exit 0", AgentCommand.InAnyonesPowerShell("event copilot preToolUse"), StringComparison.Ordinal);
    }

    private static string Answer(string agent, string name, EventAnswer answer)
    {
        var profile = AgentCatalog.Find(agent)!;
        return profile.Dialect.Write(name, profile.Hook(name)!.Kind, answer);
    }
}
