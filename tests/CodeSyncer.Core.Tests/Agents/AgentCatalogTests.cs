using CodeSyncer.Core.Agents;

namespace CodeSyncer.Core.Tests.Agents;

public class AgentCatalogTests
{
    /// <summary>What each agent's documentation lists; a name that is not in it would make Cursor leave out the whole file.</summary>
    private static readonly Dictionary<string, string[]> Events = new()
    {
        ["gemini"] = ["SessionStart", "SessionEnd", "BeforeAgent", "AfterAgent", "BeforeTool", "AfterTool", "PreCompress", "Notification", "BeforeModel", "AfterModel", "BeforeToolSelection"],
        ["copilot"] = ["sessionStart", "sessionEnd", "userPromptSubmitted", "userPromptTransformed", "preToolUse", "postToolUse", "postToolUseFailure", "preCompact", "agentStop", "subagentStart", "subagentStop"],
        ["cursor"] = ["sessionStart", "sessionEnd", "beforeSubmitPrompt", "preToolUse", "postToolUse", "beforeShellExecution", "afterFileEdit", "preCompact", "stop", "subagentStart", "subagentStop"],
    };

    [Fact]
    public void Only_events_that_an_agent_knows_are_asked_for()
    {
        foreach (var (name, known) in Events)
            Assert.Subset(known.ToHashSet(), AgentCatalog.Find(name)!.Hooks.Select(hook => hook.Name).ToHashSet());
    }

    [Fact]
    public void Every_agent_is_asked_at_start_prompt_tools_and_ends()
    {
        AgentEventKind[] all = [AgentEventKind.SessionStart, AgentEventKind.Prompt, AgentEventKind.BeforeTool, AgentEventKind.AfterTool, AgentEventKind.TurnEnd, AgentEventKind.SessionEnd];
        foreach (var agent in AgentCatalog.All)
        {
            Assert.Subset(agent.Hooks.Select(hook => hook.Kind).ToHashSet(), all.ToHashSet());
            Assert.True(agent.Dialect.Hears(AgentEventKind.SessionStart));
            Assert.True(agent.Dialect.Hears(AgentEventKind.BeforeTool) || agent.Dialect.Hears(AgentEventKind.AfterTool));
            Assert.InRange(agent.MostCharacters, 1_000, 10_000);
            Assert.All(agent.Hooks, hook => Assert.InRange(hook.Seconds, 1, 60));
            Assert.True(agent.Resume.Count == 0 || agent.Resume.Any(argument => argument.Contains("{session}", StringComparison.Ordinal)), agent.Name);
            Assert.Contains("{prompt}", agent.Headless);
        }
    }

    [Fact]
    public void Names_are_found_in_any_case_and_no_others()
    {
        Assert.Equal("gemini", AgentCatalog.Find("Gemini")?.Name);
        Assert.Null(AgentCatalog.Find("clod"));
        Assert.Null(AgentCatalog.Find(""));
        Assert.Equal("preToolUse", AgentCatalog.Find("copilot")!.Hook("PreToolUse")?.Name);
        Assert.Null(AgentCatalog.Find("copilot")!.Hook("userPromptTransformed"));
    }
}
