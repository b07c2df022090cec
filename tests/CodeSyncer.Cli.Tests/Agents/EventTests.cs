using System.Diagnostics;
using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Agents;

/// <summary>Events as agents report them, without the agent: also those that no agent should ever report.</summary>
public sealed class EventTests : IDisposable
{
    private readonly AgentBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string> BadInputs => ["", "nonsense", "[]", "null", "{", "{\"session_id\":7,\"cwd\":[],\"tool_input\":\"x\",\"tool_name\":{}}", "\0\u0001", new string('[', 100_000), "{\"cwd\":\"relative\",\"prompt\":null}"];

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Bad_input_never_blocks_the_agent(string input)
    {
        foreach (var name in new[] { "SessionStart", "UserPromptSubmit", "PreToolUse", "PostToolUse", "PreCompact", "Stop", "SessionEnd" })
        {
            var answer = _bench.ReportText("claude", name, input);
            Assert.Equal(0, answer.ExitCode);
            if (answer.Output.Length > 0)
                Assert.NotNull(JsonNode.Parse(answer.Output));
        }
    }

    [Fact]
    public void An_event_of_fifty_megabytes_is_answered_with_nothing()
    {
        var answer = _bench.Report("claude", "PostToolUse", new() { ["tool_name"] = "Write", ["tool_input"] = new JsonObject { ["content"] = new string('x', 50 << 20) } });
        Assert.Equal((0, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("32 MB", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_agents_events_and_future_fields_do_no_harm()
    {
        Assert.Equal((0, "", ""), (_bench.Report("claude", "SomethingNew").ExitCode, _bench.Report("claude", "SomethingNew").Output, _bench.Report("claude", "SomethingNew").Error));
        var unknown = _bench.Report("clod", "SessionStart");
        Assert.Equal((0, ""), (unknown.ExitCode, unknown.Output));
        Assert.Contains("'clod'", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("You are kim", AgentBench.Context(_bench.Report("claude", "SessionStart", new() { ["source"] = "teleport", ["future"] = new JsonArray(1, 2) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_opted_in_nothing_is_said_and_nothing_is_written()
    {
        var other = _bench.Sandbox.Init("other");
        other.Write("a.txt", "a\n");
        other.Commit("first");
        var answer = _bench.Report("claude", "SessionStart", new() { ["cwd"] = other.Path });
        Assert.Equal((0, "", ""), (answer.ExitCode, answer.Output, answer.Error));
        Assert.False(other.Has(".git/codesyncer"));
        _bench.Sandbox.Environment["CODESYNCER"] = "0";
        Assert.Equal("", _bench.Report("claude", "SessionStart").Output);
    }

    [Fact]
    public void A_ledger_that_cannot_be_read_is_never_no_work()
    {
        File.WriteAllText(_bench.Repository.At(".git/codesyncer/ledger.git/refs/heads/main"), "nonsense\n");
        var context = AgentBench.Context(_bench.Report("claude", "SessionStart"));
        Assert.Contains("Could not be read", context, StringComparison.Ordinal);
        Assert.Contains("the ledger", context, StringComparison.Ordinal);
        Assert.Contains(AgentBench.Decision, context, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_of_the_agents_are_kept_whatever_there_is_to_say()
    {
        for (var i = 0; i < 60; i++)
            _bench.Repository.Write($"src/billing/f{i}.cs", $"// @codesyncer-decision [2026-01-01] Decision {i} {new string('x', 400)}\n");
        for (var i = 0; i < 12; i++)
            _bench.Run("mail", "send", "--to", "kim", "--subject", $"Mail {i}", "--body", new string('y', 3000)).Succeeded();
        _bench.Run("handoff", "--message", new string('z', 9000)).Succeeded();
        var whole = AgentBench.Context(_bench.Report("claude", "SessionStart", new() { ["session_id"] = "two" }));
        Assert.InRange(whole.Length, 2000, 8000);
        Assert.Contains("Handoff from the last session", whole, StringComparison.Ordinal);
        Assert.Contains(_bench.Bead, whole, StringComparison.Ordinal);
        Assert.Contains("Unread mail (12)", whole, StringComparison.Ordinal);
        Assert.Contains(AgentBench.Decision, whole, StringComparison.Ordinal);
        var codex = AgentBench.Context(_bench.Report("codex", "SessionStart", new() { ["session_id"] = "three" }));
        Assert.InRange(codex.Length, 2000, 7000);
        var compacted = AgentBench.Context(_bench.Report("claude", "SessionStart", new() { ["session_id"] = "two", ["source"] = "compact" }));
        Assert.InRange(compacted.Length, 500, 4000);
        var advice = AgentBench.Context(_bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Edit", ["tool_input"] = new JsonObject { ["file_path"] = _bench.Repository.At("src/billing/charge.ts") } }));
        Assert.InRange(advice.Length, 50, 3000);
    }

    [Fact]
    public void Control_characters_of_others_reach_no_context()
    {
        _bench.Run("mail", "send", "--to", "kim", "--subject", "hi", "--body", "red \u001b[31m and \u202e back").Succeeded();
        var context = AgentBench.Context(_bench.Report("claude", "SessionStart"));
        Assert.Contains("red", context, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', context);
        Assert.DoesNotContain('\u202e', context);
    }

    [Fact]
    public void Parallel_sessions_and_subagents_are_told_apart()
    {
        JsonObject Edit(string session, string? subagent) => new()
        {
            ["session_id"] = session,
            ["agent_id"] = subagent,
            ["tool_name"] = "Edit",
            ["tool_input"] = new JsonObject { ["file_path"] = "src/billing/charge.ts" },
        };
        Assert.Contains(AgentBench.Rule, AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("one", null))), StringComparison.Ordinal);
        Assert.Equal("", AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("one", null))));
        Assert.Contains(AgentBench.Rule, AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("two", null))), StringComparison.Ordinal);
        Assert.Contains(AgentBench.Rule, AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("one", "explorer"))), StringComparison.Ordinal);
        _bench.Report("claude", "SessionStart", new() { ["session_id"] = "one", ["source"] = "compact" });
        Assert.Contains(AgentBench.Rule, AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("one", null))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_the_agent_has_written_itself_is_no_news_to_it()
    {
        JsonObject Edit() => new() { ["tool_name"] = "Write", ["tool_input"] = new JsonObject { ["file_path"] = "src/billing/refund.ts" } };
        Assert.Contains(AgentBench.Rule, AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit())), StringComparison.Ordinal);
        _bench.Repository.Write("src/billing/refund.ts", "// @codesyncer-rule refunds need two people\n");
        Assert.Equal("", _bench.Report("claude", "PostToolUse", Edit()).Output);
        Assert.Equal("", _bench.Report("claude", "PreToolUse", Edit()).Output);
        var other = Edit();
        other["session_id"] = "two";
        Assert.Contains("refunds need two people", AgentBench.Context(_bench.Report("claude", "PreToolUse", other)), StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_counts_as_read_only_when_the_session_has_gone_on()
    {
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Look", "--body", "short").Succeeded();
        _bench.Report("claude", "SessionStart", new() { ["session_id"] = "dies" });
        Assert.Contains("Look", _bench.Run("mail", "inbox").Output, StringComparison.Ordinal);
        _bench.Report("claude", "SessionStart", new() { ["session_id"] = "lives" });
        _bench.Report("claude", "UserPromptSubmit", new() { ["session_id"] = "lives", ["prompt"] = "go on" });
        Assert.DoesNotContain("Look", _bench.Run("mail", "inbox").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Urgent_mail_comes_with_the_next_prompt()
    {
        _bench.Report("claude", "SessionStart");
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Stop", "--body", "The deploy is broken", "--priority", "urgent").Succeeded();
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Later", "--body", "no hurry").Succeeded();
        var context = AgentBench.Context(_bench.Report("claude", "UserPromptSubmit", new() { ["prompt"] = "go on" }));
        Assert.Contains("The deploy is broken", context, StringComparison.Ordinal);
        Assert.DoesNotContain("no hurry", context, StringComparison.Ordinal);
        Assert.Equal("", AgentBench.Context(_bench.Report("claude", "UserPromptSubmit", new() { ["prompt"] = "and on" })));
    }

    [Fact]
    public void What_a_session_claimed_is_free_for_the_next_one_once_it_is_over()
    {
        _bench.Sandbox.Environment["CLAUDE_CODE_SESSION_ID"] = "first";
        _bench.Report("claude", "SessionStart", new() { ["session_id"] = "first" });
        var bead = JsonNode.Parse(_bench.Run("bead", "create", "Other", "--json").Output)!["id"]!.GetValue<string>();
        _bench.Run("bead", "claim", bead).Succeeded();
        _bench.Report("claude", "SessionEnd", new() { ["session_id"] = "first", ["reason"] = "other" });
        _bench.Sandbox.Environment["CLAUDE_CODE_SESSION_ID"] = "second";
        var taken = _bench.Run("bead", "claim", bead).Succeeded();
        Assert.Contains("taken over", taken.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Before_a_command_that_can_throw_work_away_the_work_is_saved_and_before_no_other()
    {
        _bench.Repository.Write("a.txt", "precious\n");
        int Saves() => JsonNode.Parse(_bench.Run("work", "list", "--json").Output)!.AsArray().Count(save => save!["event"]!.GetValue<string>().StartsWith("before", StringComparison.Ordinal));
        _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Bash", ["tool_input"] = new JsonObject { ["command"] = "git status && grep -r 'git clean' ." } });
        Assert.Equal(0, Saves());
        _bench.Repository.Git("config", "alias.undo", "reset --hard");
        _bench.SavesBefore("git undo", () => _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Bash", ["tool_input"] = new JsonObject { ["command"] = "(cd . && git undo)" } }));
    }

    [Fact]
    public void A_hook_that_is_killed_with_its_agent_leaves_nothing_that_stops_the_next()
    {
        for (var i = 0; i < 10; i++)
        {
            var start = new ProcessStartInfo(PublishedExecutable.Path, ["event", "claude", "Stop"]) { WorkingDirectory = _bench.Repository.Path, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment.Clear();
            foreach (var (name, value) in _bench.Sandbox.EnvironmentOf(_bench.Repository.Path))
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            process.StandardInput.Write($"{{\"session_id\":\"s\",\"cwd\":\"{_bench.Repository.Path.Replace("\\", "/", StringComparison.Ordinal)}\"}}");
            process.StandardInput.Close();
            if (!process.WaitForExit(i * 6))
                process.Kill();
            process.WaitForExit();
        }

        Assert.Equal("", _bench.Report("claude", "Stop").Error);
    }

    [Fact]
    public void A_session_that_was_only_opened_and_closed_takes_nothing_from_the_next()
    {
        _bench.Run("handoff", "--message", "the parser is half done").Succeeded();
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Look", "--body", "short").Succeeded();
        _bench.Report("claude", "SessionStart", new() { ["session_id"] = "opened" });
        _bench.Report("claude", "SessionEnd", new() { ["session_id"] = "opened" });
        var next = AgentBench.Context(_bench.Report("claude", "SessionStart", new() { ["session_id"] = "next" }));
        Assert.Contains("the parser is half done", next, StringComparison.Ordinal);
        Assert.Contains("Look", next, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_session_does_not_hide_a_message_that_nobody_has_got()
    {
        _bench.Report("claude", "SessionStart", new() { ["session_id"] = "runs" });
        _bench.Report("claude", "UserPromptSubmit", new() { ["session_id"] = "runs", ["prompt"] = "go" });
        _bench.Run("handoff", "--message", "from another terminal").Succeeded();
        _bench.Repository.Write("later.txt", "l\n");
        _bench.Report("claude", "SessionEnd", new() { ["session_id"] = "runs" });
        var next = AgentBench.Context(_bench.Report("claude", "SessionStart", new() { ["session_id"] = "next" }));
        Assert.Contains("from another terminal", next, StringComparison.Ordinal);
        Assert.Contains("later.txt", next, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_the_configuration_takes_no_protection_away_and_is_said()
    {
        _bench.Repository.Write(".codesyncer/config.yml", "protected_paths:\n  - migrations/**\nprotectd: 1\n");
        var start = _bench.Report("claude", "SessionStart");
        Assert.Contains("protectd", AgentBench.Context(start), StringComparison.Ordinal);
        Assert.Contains("protectd", start.Error, StringComparison.Ordinal);
        JsonObject Edit(string path) => new() { ["tool_name"] = "Edit", ["tool_input"] = new JsonObject { ["file_path"] = path } };
        Assert.Contains("\"deny\"", _bench.Report("claude", "PreToolUse", Edit("migrations/1.sql")).Output, StringComparison.Ordinal);
        _bench.Repository.Write(".codesyncer/config.yml", "protected_paths: [\n");
        Assert.Contains("has an error", AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("a.txt"))), StringComparison.Ordinal);
        Assert.Equal("", AgentBench.Context(_bench.Report("claude", "PreToolUse", Edit("a.txt"))));
    }

    [Fact]
    public void Where_git_knows_no_name_work_is_saved_and_paths_are_protected_all_the_same()
    {
        _bench.Repository.Git("config", "--unset", "user.name");
        _bench.Repository.Write("new.txt", "n\n");
        Assert.Contains("\"deny\"", _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Edit", ["tool_input"] = new JsonObject { ["file_path"] = "migrations/1.sql" } }).Output, StringComparison.Ordinal);
        _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Bash", ["tool_input"] = new JsonObject { ["command"] = "git clean -fd" } });
        Assert.Contains("before git clean -fd", _bench.Run("work", "list", "--agent", "claude").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("git -C ../second reset --hard")]
    [InlineData("git worktree remove --force ../second")]
    public void A_command_that_reaches_into_another_work_tree_saves_that_one_too(string command)
    {
        _bench.Repository.Git("worktree", "add", "-q", _bench.Sandbox.At("second"), "-b", "second");
        File.WriteAllText(_bench.Sandbox.At("second", "work.txt"), "w\n");
        _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Bash", ["tool_input"] = new JsonObject { ["command"] = command } });
        var saves = JsonNode.Parse(_bench.Run("work", "list", "--all", "--json").Output)!.AsArray();
        Assert.Contains(saves, save => save!["branch"]!.GetValue<string>() == "second" && save["changed"]!.AsArray().Any(path => path!.GetValue<string>() == "work.txt"));
        var refused = _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Edit", ["tool_input"] = new JsonObject { ["file_path"] = _bench.Sandbox.At("second", "migrations", "1.sql") } });
        Assert.Contains("\"deny\"", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_that_stands_outside_or_in_a_repository_within_is_answered_all_the_same()
    {
        _bench.Sandbox.Init("outside");
        _bench.Repository.Git("init", "-q", "vendor");
        foreach (var place in new[] { _bench.Sandbox.At("outside"), _bench.Repository.At("vendor") })
        {
            var refused = _bench.Report("claude", "PreToolUse", new() { ["cwd"] = place, ["tool_name"] = "Edit", ["tool_input"] = new JsonObject { ["file_path"] = _bench.Repository.At("migrations/1.sql") } });
            Assert.Contains("\"deny\"", refused.Output, StringComparison.Ordinal);
        }

        _bench.SavesBefore("rm -rf ../src", () => _bench.Report("claude", "PreToolUse", new() { ["cwd"] = _bench.Repository.At("vendor"), ["tool_name"] = "Bash", ["tool_input"] = new JsonObject { ["command"] = "rm -rf ../src" } }));
    }

    [Fact]
    public void What_was_only_staged_comes_back_and_counts_as_changed()
    {
        _bench.Repository.Write("staged.txt", "s\n");
        _bench.Repository.Git("add", "staged.txt");
        _bench.Report("claude", "PreToolUse", new() { ["tool_name"] = "Bash", ["tool_input"] = new JsonObject { ["command"] = "git reset --hard" } });
        _bench.Repository.Git("reset", "-q", "--hard");
        _bench.Report("claude", "Stop");
        Assert.Contains("staged.txt", AgentBench.Context(_bench.Report("claude", "SessionStart", new() { ["session_id"] = "next" })), StringComparison.Ordinal);
        Assert.Contains("1 changed file", _bench.Run("work", "list").Output, StringComparison.Ordinal);
        _bench.Run("work", "restore").Succeeded();
        Assert.Equal("A  staged.txt", _bench.Repository.Git("status", "--porcelain", "staged.txt").Trim());
    }

    [Fact]
    public void Before_an_event_that_cannot_be_read_the_work_is_saved()
    {
        _bench.SavesBefore("an event that cannot be read", () => _bench.ReportText("claude", "PreToolUse", "{\"tool_name\":"));
        var other = _bench.Sandbox.Init("other");
        Assert.Equal(("", ""), (_bench.Sandbox.Run(other.Path, PublishedExecutable.Path, ["event", "claude", "SessionStart"], "{").Output, _bench.Sandbox.Run(other.Path, PublishedExecutable.Path, ["event", "claude", "SessionStart"], "{").Error));
    }

    [Fact]
    public void Words_that_a_later_version_adds_to_the_command_do_not_stop_the_agent() =>
        Assert.Equal(0, _bench.Sandbox.Run(_bench.Repository.Path, PublishedExecutable.Path, ["event", "claude", "PreToolUse", "--later", "x"], "{}").ExitCode);
}
