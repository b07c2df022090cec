using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Agents.Dialects;

/// <summary>
/// What agents report, read. The samples of Gemini CLI 0.61 and GitHub Copilot CLI 1.0.102 were recorded from them, those of
/// Cursor are built by its documentation.
/// </summary>
public class SampleTests
{
    private const string Home = "/home/u/project";
    private const string Gemini = "84ffd05f-9a9b-4c2c-bb79-796d0ec385a2";
    private const string Copilot = "57ac50be-95ec-4415-8ad0-e359fd5ab223";
    private const string CopilotParent = "dad878a7-3325-4cd6-82b9-eb01f17b5b09";
    private const string CopilotSubagent = "df3b40fd-d452-438f-ad67-a45c6c328236";
    private const string Cursor = "b1c5a1de-6a0e-4a25-9d3b-0d1f4f7a9c11";
    private const string Status = "echo run; git status --short";

    private static readonly Dictionary<string, AgentEvent> Expected = new()
    {
        ["gemini/SessionStart"] = Of(AgentEventKind.SessionStart, Gemini) with { Source = "startup" },
        ["gemini/SessionStart-resume"] = Of(AgentEventKind.SessionStart, "d19ec68d-aa72-421b-ad9d-2d4b109f1ec2") with { Source = "resume" },
        ["gemini/BeforeAgent"] = Of(AgentEventKind.Prompt, Gemini) with { Prompt = "please edit" },
        ["gemini/BeforeTool-write_file"] = Of(AgentEventKind.BeforeTool, Gemini) with { Edits = ["new.txt"] },
        ["gemini/BeforeTool-replace"] = Of(AgentEventKind.BeforeTool, Gemini) with { Edits = [$"{Home}/a.txt"] },
        ["gemini/BeforeTool-run_shell_command"] = Of(AgentEventKind.BeforeTool, Gemini) with { Command = Status },
        ["gemini/AfterTool-write_file"] = Of(AgentEventKind.AfterTool, Gemini) with { Edits = ["new.txt"] },
        ["gemini/AfterTool-replace"] = Of(AgentEventKind.AfterTool, Gemini) with { Edits = [$"{Home}/a.txt"] },
        ["gemini/AfterTool-run_shell_command"] = Of(AgentEventKind.AfterTool, Gemini) with { Command = Status },
        ["gemini/PreCompress"] = Of(AgentEventKind.TurnEnd, Gemini),
        ["gemini/AfterAgent"] = Of(AgentEventKind.TurnEnd, Gemini) with { Prompt = "please edit" },
        ["gemini/SessionEnd"] = Of(AgentEventKind.SessionEnd, Gemini),
        ["copilot/sessionStart"] = Of(AgentEventKind.SessionStart, Copilot) with { Source = "startup", Prompt = "please edit" },
        ["copilot/sessionStart-resume"] = Of(AgentEventKind.SessionStart, CopilotParent) with { Source = "resume", Prompt = "again" },
        ["copilot/userPromptSubmitted"] = Of(AgentEventKind.Prompt, Copilot) with { Prompt = "please edit" },
        ["copilot/userPromptSubmitted-in-subagent"] = Of(AgentEventKind.Prompt, CopilotParent) with { Subagent = CopilotSubagent, Prompt = "look at a.txt" },
        ["copilot/preToolUse-create"] = Of(AgentEventKind.BeforeTool, Copilot) with { Edits = [$"{Home}/new.txt"] },
        ["copilot/preToolUse-edit"] = Of(AgentEventKind.BeforeTool, Copilot) with { Edits = [$"{Home}/a.txt"] },
        ["copilot/preToolUse-bash"] = Of(AgentEventKind.BeforeTool, Copilot) with { Command = Status },
        ["copilot/preToolUse-bash-in-subagent"] = Of(AgentEventKind.BeforeTool, CopilotParent) with { Subagent = CopilotSubagent, Command = "echo sub" },
        ["copilot/preToolUse-task"] = Of(AgentEventKind.BeforeTool, CopilotParent),
        ["copilot/postToolUse-create"] = Of(AgentEventKind.AfterTool, Copilot) with { Edits = [$"{Home}/new.txt"] },
        ["copilot/postToolUse-edit"] = Of(AgentEventKind.AfterTool, Copilot) with { Edits = [$"{Home}/a.txt"] },
        ["copilot/postToolUse-bash"] = Of(AgentEventKind.AfterTool, Copilot) with { Command = Status },
        ["copilot/preCompact"] = Of(AgentEventKind.BeforeCompaction, "90ee9a3a-08c5-4b38-ad77-4e07964399e0"),
        ["copilot/agentStop"] = Of(AgentEventKind.TurnEnd, Copilot),
        ["copilot/agentStop-in-subagent"] = Of(AgentEventKind.TurnEnd, CopilotParent) with { Subagent = CopilotSubagent },
        ["copilot/subagentStop"] = Of(AgentEventKind.TurnEnd, CopilotParent) with { Subagent = CopilotSubagent },
        ["copilot/sessionEnd"] = Of(AgentEventKind.SessionEnd, Copilot),
        ["cursor/sessionStart"] = Of(AgentEventKind.SessionStart, Cursor),
        ["cursor/beforeSubmitPrompt"] = Of(AgentEventKind.Prompt, Cursor) with { Prompt = "please edit" },
        ["cursor/preToolUse-Write"] = Of(AgentEventKind.BeforeTool, Cursor) with { Edits = [$"{Home}/a.txt"] },
        ["cursor/preToolUse-Shell"] = Of(AgentEventKind.BeforeTool, Cursor) with { Command = "git status --short" },
        ["cursor/beforeShellExecution"] = Of(AgentEventKind.BeforeTool, Cursor) with { Command = "git reset --hard" },
        ["cursor/postToolUse-Shell"] = Of(AgentEventKind.AfterTool, Cursor) with { Command = "git status --short" },
        ["cursor/preCompact"] = Of(AgentEventKind.BeforeCompaction, Cursor),
        ["cursor/stop"] = Of(AgentEventKind.TurnEnd, Cursor),
        ["cursor/subagentStop"] = Of(AgentEventKind.TurnEnd, Cursor),
        ["cursor/sessionEnd"] = Of(AgentEventKind.SessionEnd, Cursor),
    };

    public static TheoryData<string> Names => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_agent_reports_is_read(string name)
    {
        var (agent, hook, input) = Sample(name);
        Assert.Equal(Text(Expected[name]), Text(agent.Dialect.Read(hook.Kind, input)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fields_of_a_later_version_change_nothing(string name)
    {
        var (agent, hook, input) = Sample(name);
        var later = JsonFields.Empty.With("future", 7).With("future_list", ["a"]);
        later = input.Fields.Aggregate(later, (all, field) => all.WithRaw(field.Key, input.Raw(field.Key)!.Value));
        foreach (var tool in new[] { "tool_input", "toolArgs" })
        {
            if (input.Object(tool) is { } arguments)
                later = later.With(tool, arguments.With("future_option", true).With("reason", "because"));
        }

        Assert.Equal(Text(agent.Dialect.Read(hook.Kind, input)), Text(agent.Dialect.Read(hook.Kind, later)));
    }

    [Fact]
    public void Every_event_that_we_ask_for_has_a_sample()
    {
        foreach (var agent in AgentCatalog.All.Where(agent => agent.Name is "gemini" or "copilot" or "cursor"))
            Assert.Equal(agent.Hooks.Select(hook => hook.Name).Order(), Expected.Keys.Where(name => name.StartsWith(agent.Name + "/", StringComparison.Ordinal)).Select(name => EventOf(name)).Distinct().Order());
    }

    [Theory]
    [InlineData("SessionStart", "034471b1-1be6-4984-ba9f-1c99f42be7a2", null, null)]
    [InlineData("PreToolUse-Write", "034471b1-1be6-4984-ba9f-1c99f42be7a2", "/home/u/project/new.txt", null)]
    [InlineData("PostToolUse-Edit", "034471b1-1be6-4984-ba9f-1c99f42be7a2", "/home/u/project/a.txt", null)]
    [InlineData("PreToolUse-Bash", "034471b1-1be6-4984-ba9f-1c99f42be7a2", null, Status)]
    public void An_entry_for_claude_that_copilot_runs_is_read(string name, string session, string? edit, string? command)
    {
        var input = Read($"copilot/from-claude-settings-{name}");
        var claude = AgentCatalog.Find("claude")!;
        var host = AgentCatalog.HostOf(claude, input, variable => variable == "COPILOT_CLI" ? "1" : null);
        Assert.Equal("copilot", host?.Name);
        Assert.Null(AgentCatalog.HostOf(claude, input, _ => null));
        Assert.Null(AgentCatalog.HostOf(host!, input, _ => "1"));
        var read = AgentCatalog.As(claude, host!).Dialect.Read(claude.Hook(name.Split('-')[0])!.Kind, input);
        Assert.Equal((session, Home, edit, command), (read.Session, read.Directory, read.Edits.SingleOrDefault(), read.Command));
    }

    [Fact]
    public void An_entry_for_claude_that_cursor_runs_is_read()
    {
        var claude = AgentCatalog.Find("claude")!;
        foreach (var (sample, name) in new[] { ("cursor/preToolUse-Write", "PreToolUse"), ("cursor/stop", "Stop") })
        {
            var host = AgentCatalog.HostOf(claude, Read(sample), _ => null);
            Assert.Equal("cursor", host?.Name);
            Assert.Equal(Text(Expected[sample]), Text(AgentCatalog.As(claude, host!).Dialect.Read(claude.Hook(name)!.Kind, Read(sample))));
        }
    }

    private static AgentEvent Of(AgentEventKind kind, string session) => new(kind) { Session = session, Directory = Home };

    private static string Text(AgentEvent reported) => $"{reported with { Edits = [] }} {string.Join('|', reported.Edits)}";

    private static (AgentProfile Agent, AgentHook Hook, JsonFields Input) Sample(string name)
    {
        var agent = AgentCatalog.Find(name[..name.IndexOf('/', StringComparison.Ordinal)])!;
        return (agent, agent.Hook(EventOf(name))!, Read(name));
    }

    private static string EventOf(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('-')[0];

    private static JsonFields Read(string name) => JsonFields.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "agents", name + ".json")));
}
