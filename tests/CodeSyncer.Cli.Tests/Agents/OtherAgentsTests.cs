using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Agents;

/// <summary>What Copilot, Cursor and Gemini report, in the form that was recorded from them or that their documentation gives.</summary>
public sealed class OtherAgentsTests : IDisposable
{
    private readonly AgentBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Each_agent_gets_its_prime_in_its_own_form()
    {
        var parts = new (string Agent, string Event, JsonObject Input, Func<JsonNode, JsonNode?> Context)[]
        {
            ("gemini", "SessionStart", Claude("one"), answer => answer["hookSpecificOutput"]?["additionalContext"]),
            ("copilot", "sessionStart", Copilot("two"), answer => answer["additionalContext"]),
            ("cursor", "sessionStart", Cursor("three"), answer => answer["additional_context"]),
        };
        // Copilot lets git find no bare repository by the directory; ours are such.
        _bench.Sandbox.Environment["GIT_CONFIG_COUNT"] = "1";
        _bench.Sandbox.Environment["GIT_CONFIG_KEY_0"] = "safe.bareRepository";
        _bench.Sandbox.Environment["GIT_CONFIG_VALUE_0"] = "explicit";
        foreach (var (agent, name, input, context) in parts)
        {
            var answer = Report(agent, name, input);
            Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
            var text = context(JsonNode.Parse(answer.Output)!)!.GetValue<string>();
            Assert.Contains("You are kim", text, StringComparison.Ordinal);
            Assert.Contains(_bench.Bead, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Could not be read", text, StringComparison.Ordinal);
        }

        Assert.Equal((0, ""), (_bench.Run("work", "save").ExitCode, Report("copilot", "agentStop", Copilot("two")).Error));
    }

    [Fact]
    public void What_cursor_cannot_hear_at_a_prompt_comes_after_its_next_tool()
    {
        Report("cursor", "sessionStart", Cursor("s"));
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Stop", "--body", "The deploy is broken", "--priority", "urgent").Succeeded();
        Assert.Equal("", Report("cursor", "beforeSubmitPrompt", Cursor("s", ("prompt", "Change how we charge a credit card"))).Output);
        Assert.Equal("", Report("cursor", "preToolUse", Cursor("s", ("tool_name", "Read"), ("tool_input", new JsonObject { ["file_path"] = "a.txt" }))).Output);
        Assert.Contains("Stop", _bench.Run("mail", "inbox").Output, StringComparison.Ordinal);
        var told = Told("additional_context", Report("cursor", "postToolUse", Cursor("s", ("tool_name", "Read"), ("tool_input", new JsonObject { ["file_path"] = "a.txt" }))));
        Assert.Contains("stop and ask", told, StringComparison.Ordinal);
        Assert.Contains("The deploy is broken", told, StringComparison.Ordinal);
        Assert.Contains("Stop", _bench.Run("mail", "inbox").Output, StringComparison.Ordinal);
        Assert.Equal("", Report("cursor", "postToolUse", Cursor("s", ("tool_name", "Read"), ("tool_input", new JsonObject()))).Output);
        Assert.DoesNotContain("Stop", _bench.Run("mail", "inbox").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_compaction_without_a_new_start_the_next_event_reminds_once()
    {
        var edit = new JsonObject { ["path"] = _bench.Repository.At("src/billing/charge.ts"), ["old_str"] = "1", ["new_str"] = "2" };
        Report("copilot", "sessionStart", Copilot("s", ("source", "new")));
        JsonObject Edit() => Copilot("s", ("toolName", "edit"), ("toolArgs", edit.DeepClone()));
        Assert.Contains(AgentBench.Rule, Told("additionalContext", Report("copilot", "preToolUse", Edit())), StringComparison.Ordinal);
        Assert.Equal("", Report("copilot", "preToolUse", Edit()).Output);
        Assert.Equal("", Report("copilot", "preCompact", Copilot("s", ("trigger", "auto"))).Output);
        var told = Told("additionalContext", Report("copilot", "preToolUse", Edit()));
        Assert.Contains(AgentBench.Rule, told, StringComparison.Ordinal);
        Assert.Contains("You are kim", told, StringComparison.Ordinal);
        Assert.InRange(told.Length, 100, 10_000);
        Assert.Equal("", Report("copilot", "preToolUse", Edit()).Output);
    }

    [Fact]
    public void A_subagent_takes_no_mail_and_leaves_no_handoff()
    {
        Report("copilot", "sessionStart", Copilot("s"));
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Stop", "--body", "now", "--priority", "urgent").Succeeded();
        JsonObject Inner(params (string, JsonNode)[] more) => Copilot("sub", [("agentId", "sub"), ("parentAgentId", "s"), .. more]);
        Assert.Equal("", Report("copilot", "userPromptSubmitted", Inner(("prompt", "look at a.txt"))).Output);
        Report("copilot", "preCompact", Inner());
        Report("copilot", "agentStop", Inner());
        Assert.Contains("Stop", _bench.Run("mail", "inbox").Output, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(_bench.Run("handoff", "--list", "--json").Succeeded().Output)!.AsArray());
        Assert.Contains("now", Told("additionalContext", Report("copilot", "userPromptSubmitted", Copilot("s", ("prompt", "go on")))), StringComparison.Ordinal);
        Report("copilot", "preCompact", Copilot("s"));
        Assert.Single(JsonNode.Parse(_bench.Run("handoff", "--list", "--json").Succeeded().Output)!.AsArray());
    }

    [Fact]
    public void A_protected_path_is_refused_in_every_dialect()
    {
        var path = _bench.Repository.At("migrations/1.sql");
        var answers = new (string Agent, string Event, JsonObject Input, string Decision, string Reason)[]
        {
            ("gemini", "BeforeTool", Claude("s", ("tool_name", "write_file"), ("tool_input", new JsonObject { ["file_path"] = "migrations/1.sql", ["content"] = "x" })), "decision", "reason"),
            ("copilot", "preToolUse", Copilot("s", ("toolName", "create"), ("toolArgs", new JsonObject { ["path"] = path, ["file_text"] = "x" })), "permissionDecision", "permissionDecisionReason"),
            ("copilot", "preToolUse", Copilot("s", ("toolName", "str_replace_editor"), ("toolArgs", new JsonObject { ["command"] = "create", ["path"] = path })), "permissionDecision", "permissionDecisionReason"),
            ("copilot", "preToolUse", Copilot("s", ("toolName", "apply_patch"), ("toolArgs", "*** Begin Patch\n*** Add File: migrations/1.sql\n+x\n*** End Patch")), "permissionDecision", "permissionDecisionReason"),
            ("cursor", "preToolUse", Cursor("s", ("tool_name", "search_replace"), ("tool_input", new JsonObject { ["file_path"] = path })), "permission", "agent_message"),
        };
        foreach (var (agent, name, input, decision, reason) in answers)
        {
            var answer = JsonNode.Parse(Report(agent, name, input).Output)!;
            Assert.Equal("deny", answer[decision]!.GetValue<string>());
            Assert.Contains("the DBA applies them", answer[reason]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal("", Report("copilot", "preToolUse", Copilot("s", ("toolName", "view"), ("toolArgs", new JsonObject { ["path"] = path }))).Output);
    }

    [Fact]
    public void Before_a_tool_deletes_a_file_the_work_is_saved()
    {
        _bench.SavesBefore("deletion of a.txt", () => Report("cursor", "preToolUse", Cursor("s", ("tool_name", "Delete"), ("tool_input", new JsonObject { ["path"] = _bench.Repository.At("a.txt") }))));
        _bench.SavesBefore("git reset --hard", () => Report("cursor", "beforeShellExecution", Cursor("s", ("command", "git reset --hard"), ("sandbox", false))));
    }

    [Fact]
    public void Entries_for_claude_are_answered_for_the_agent_that_runs_them_and_only_once()
    {
        _bench.Sandbox.Environment["COPILOT_CLI"] = "1";
        JsonObject Start(string session) => Claude(session, ("timestamp", "2026-11-24T01:54:09.604Z"), ("source", "new"));
        Assert.Contains("You are kim", Told("additionalContext", Report("claude", "SessionStart", Start("a"))), StringComparison.Ordinal);
        Assert.Contains("You are kim", AgentBench.Context(Report("claude", "SessionStart", Claude("b"))), StringComparison.Ordinal);
        _bench.Run("init", "--agents", "claude,copilot,cursor").Succeeded();
        Assert.Equal("", Report("claude", "SessionStart", Start("c")).Output);
        Assert.Equal("", Report("claude", "SessionStart", Cursor("d")).Output);
        Assert.Contains("You are kim", AgentBench.Context(Report("claude", "SessionStart", Claude("e"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_become_shared_leave_nothing_of_ours_in_the_persons_own()
    {
        const string own = ".github/copilot/settings.local.json", shared = ".github/hooks/codesyncer.json";
        _bench.Repository.Write(own, "{ \"model\": \"x\" }\n");
        _bench.Run("init", "--agents", "copilot").Succeeded();
        Assert.Contains(" event copilot agentStop", _bench.Repository.Read(own), StringComparison.Ordinal);
        Assert.DoesNotContain("version", _bench.Repository.Read(own), StringComparison.Ordinal);
        Assert.DoesNotContain("copilot", _bench.Repository.Git("status", "--porcelain", "--untracked-files=all"), StringComparison.Ordinal);
        _bench.Run("init", "--shared", "--agents", "copilot").Succeeded();
        Assert.Equal("{ \"model\": \"x\" }\n", _bench.Repository.Read(own));
        var written = JsonNode.Parse(_bench.Repository.Read(shared))!;
        Assert.Equal(1, written["version"]!.GetValue<int>());
        Assert.DoesNotContain(_bench.Repository.Path, written.ToJsonString(), StringComparison.Ordinal);
        _bench.Run("uninstall").Succeeded();
        Assert.False(_bench.Repository.Has(shared));
    }

    [Fact]
    public void Doctor_says_that_comments_make_copilot_leave_out_its_settings()
    {
        _bench.Repository.Write(".github/copilot/settings.local.json", "{\n  // mine\n  \"model\": \"x\"\n}\n");
        _bench.Run("init", "--agents", "copilot").Succeeded();
        Assert.Contains("comments", _bench.Run("doctor").Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_hook_whose_executable_fails_or_is_gone_lets_the_tool_run()
    {
        foreach (var mode in new[] { "--private", "--shared" })
        {
            _bench.Run("init", mode, "--agents", "copilot").Succeeded();
            var file = mode == "--shared" ? ".github/hooks/codesyncer.json" : ".github/copilot/settings.local.json";
            var command = JsonNode.Parse(_bench.Repository.Read(file))!["hooks"]!["preToolUse"]![0]!["bash"]!.GetValue<string>();
            var installed = _bench.Sandbox.Run(_bench.Repository.Path, "/bin/sh", ["-c", "find \"$HOME\" -name codesyncer -type f -perm -u+x"]).Output.Trim();
            File.Move(installed, installed + ".kept");
            Assert.Equal((0, "", ""), Outcome(command));
            File.WriteAllText(installed, "#!/bin/sh\nexit 3\n");
            _bench.Sandbox.Run(_bench.Repository.Path, "/bin/chmod", ["+x", installed]).Succeeded();
            Assert.Equal((0, "", ""), Outcome(command));
            File.Move(installed + ".kept", installed, overwrite: true);
        }
    }

    private (int, string, string) Outcome(string command)
    {
        var answer = _bench.Sandbox.Run(_bench.Repository.Path, "/bin/sh", ["-c", command]);
        return (answer.ExitCode, answer.Output, answer.Error);
    }

    private ProcessAnswer Report(string agent, string name, JsonObject input) => _bench.ReportText(agent, name, input.ToJsonString());

    private static string Told(string key, ProcessAnswer answer) => answer.Output.Length == 0 ? "" : JsonNode.Parse(answer.Output)![key]?.GetValue<string>() ?? "";

    private JsonObject Claude(string session, params (string, JsonNode)[] more) => With(new() { ["session_id"] = session, ["cwd"] = _bench.Repository.Path }, more);

    private JsonObject Copilot(string session, params (string, JsonNode)[] more) =>
        With(new() { ["sessionId"] = session, ["timestamp"] = 1795485200027, ["cwd"] = _bench.Repository.Path }, more);

    private JsonObject Cursor(string session, params (string, JsonNode)[] more) =>
        With(new() { ["conversation_id"] = session, ["cursor_version"] = "3.18.2", ["workspace_roots"] = new JsonArray(_bench.Repository.Path) }, more);

    private static JsonObject With(JsonObject input, (string Key, JsonNode Value)[] more)
    {
        foreach (var (key, value) in more)
            input[key] = value;
        return input;
    }
}
