using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>An agent that works at the root of a town made in place.</summary>
public sealed class TownRootTests : IDisposable
{
    private readonly ShopScene _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Prime_tells_the_town_to_everybody_but_the_mayor()
    {
        _shop.At("init").Succeeded();
        _shop.Api.Commit("onboard");
        _shop.Api.Git("checkout", "-q", "-b", "feature");
        _shop.Api.Write("app.py", _shop.Api.Read("app.py") + "# changed\n");

        var told = _shop.At("prime").Succeeded().Output;

        Assert.DoesNotContain("mayor", told);
        Assert.Contains("- api in `api/`, on `feature`, 1 file not committed", told);
        Assert.Contains("- web calls api", told);
        Assert.Contains("`web/src/api.ts:3` calls `POST /user`, **which nobody offers**", told);
        Assert.Contains("## Decisions here\n\n- Users are never deleted — [api/app.py]", told);
        Assert.Contains("called at `web/src/api.ts:2`", told);
        Assert.Contains("codesyncer why PATH:LINE", told);
        Assert.Contains("You are the mayor", _shop.At("prime", "--agent", "mayor").Succeeded().Output);
        _shop.Sandbox.Environment["CODESYNCER_AGENT"] = "mayor";
        Assert.Contains("You are the mayor", _shop.At("prime").Succeeded().Output);
        _shop.Sandbox.Environment["CODESYNCER_AGENT"] = null;
        // A rig that has vanished is a failure that is said, and a budget holds.
        Directory.Move(_shop.Web.Path, _shop.Web.Path + "-gone");
        Assert.Contains("rig web: there is no clone at", _shop.At("prime").Succeeded().Output);
        _shop.Api.Write("many.py", string.Concat(Enumerable.Range(0, 300).Select(i => $"# @codesyncer-decision Decision number {i} is so\nx = {i}\n")));
        _shop.Api.Commit("many");
        Assert.InRange(_shop.At("prime").Succeeded().Output.Length, 4000, 8000);
    }

    [Fact]
    public void Agents_are_wired_at_the_root_and_uninstall_takes_out_exactly_ours()
    {
        Directory.CreateDirectory(_shop.Sandbox.At("shop", ".claude"));
        File.WriteAllText(_shop.Sandbox.At("shop", ".claude", "settings.local.json"), "{\n  // mine\n  \"model\": \"opus\"\n}\n");
        var before = FileTree.Of(_shop.Root, "api", "web");

        var said = _shop.At("init", "--agents", "claude,codex").Succeeded().Output;

        Assert.Equal(3, said.Split("Claude Code asks us at").Length - 1);
        Assert.Contains("event claude SessionStart", File.ReadAllText(_shop.Sandbox.At("shop", ".claude", "settings.local.json")));
        Assert.True(File.Exists(_shop.Sandbox.At("shop", ".codex", "hooks.json")));
        Assert.DoesNotContain("  + ", _shop.At("init").Succeeded().Output);
        _shop.At("init", "--agents", "claude").Succeeded();
        Assert.False(File.Exists(_shop.Sandbox.At("shop", ".codex", "hooks.json")));
        Assert.Equal(2, _shop.At("init", "--agents", "cloude").ExitCode);
        _shop.At("init", "--agents", "claude,codex").Succeeded();

        _shop.At("uninstall", ".").Succeeded();

        Assert.Equal(before, FileTree.Of(_shop.Root, "api", "web"));
    }

    [Fact]
    public void Events_at_the_root_answer_with_the_town_and_with_the_rig_of_the_edited_file()
    {
        _shop.At("init", "--agents", "claude").Succeeded();
        Assert.Contains("- web calls api", _shop.Event(_shop.Root, "SessionStart", "\"source\":\"startup\""));
        var edit = $$"""
            "tool_name":"Edit","tool_input":{"file_path":"{{_shop.Api.At("app.py")}}"}
            """;
        var told = _shop.Event(_shop.Root, "PreToolUse", edit);
        Assert.Contains("Users are never deleted", told);
        Assert.Contains("called at `web/src/api.ts:2`", told);
        // A patch may name files of several rigs, from the root.
        _shop.Web.Write("src/rules.ts", "// @codesyncer-rule Only the client of the session calls fetch\n");
        _shop.Web.Commit("rule");
        var patch = _shop.Sandbox.Run(_shop.Root, _shop.User.Downloaded, ["event", "codex", "PreToolUse"],
            $$$"""{"session_id":"s2","cwd":"{{{_shop.Root}}}","hook_event_name":"PreToolUse","tool_name":"apply_patch","tool_input":{"command":"*** Begin Patch\n*** Update File: api/app.py\n@@\n-x\n+y\n*** Update File: web/src/api.ts\n@@\n-x\n+y\n*** End Patch"}}""").Succeeded().Output;
        Assert.Contains("Users are never deleted", patch);
        Assert.Contains("Only the client of the session calls fetch", patch);
        // What a command at the root can throw away is saved first.
        _shop.Web.Write("src/api.ts", "lost\n");
        _shop.Event(_shop.Root, "PreToolUse", """
            "tool_name":"Bash","tool_input":{"command":"cd web && git reset --hard"}
            """);
        _shop.Web.Git("reset", "-q", "--hard");
        _shop.In(_shop.Web.Path, "work", "restore").Succeeded();
        Assert.Equal("lost\n", _shop.Web.Read("src/api.ts"));
    }

    [Fact]
    public void What_a_branch_took_away_under_a_caller_is_told_first_at_every_place()
    {
        _shop.At("init").Succeeded();
        _shop.Api.Commit("onboard");
        _shop.Api.Git("checkout", "-q", "-b", "feature");
        _shop.Rename(_shop.Api);
        const string gone = "- **offers no more** `GET /users/{id}`, still called at `web/src/api.ts:2`";

        Assert.Contains($"others rely on\n\n{gone}\n", _shop.At("prime").Succeeded().Output);
        Assert.Contains($"for what this branch changed\n\n{gone}\n", _shop.In(_shop.Api.Path, "prime").Succeeded().Output);
        var edit = $$"""
            "tool_name":"Edit","tool_input":{"file_path":"{{_shop.Api.At("app.py")}}"}
            """;
        var told = _shop.Event(_shop.Api.Path, "PreToolUse", edit);
        Assert.Contains(gone, told);
        // Nobody calls the others.
        Assert.DoesNotContain("offers `", told);
        // A file that declares nothing any more did where the branch began.
        _shop.Api.Write("app.py", "nothing = 1\n");
        _shop.Api.Commit("gone");
        Assert.Contains(gone, _shop.Sandbox.Run(_shop.Root, _shop.User.Downloaded, ["event", "claude", "PreToolUse"],
            $$"""{"session_id":"s2","cwd":"{{_shop.Root}}","hook_event_name":"PreToolUse",{{edit}}}""").Succeeded().Output);
        File.Delete(_shop.Api.At("app.py"));
        Assert.Contains(gone, _shop.In(_shop.Api.Path, "prime").Succeeded().Output);
    }

    [Fact]
    public void A_town_in_which_nobody_is_started_needs_no_agent()
    {
        _shop.At("init").Succeeded();
        _shop.At("bead", "create", "Login").Succeeded();
        _shop.Sandbox.Environment["PATH"] = Path.GetDirectoryName(_shop.Sandbox.Run(_shop.Root, "which", ["git"]).Output.Trim());
        var settings = _shop.Sandbox.At("shop", ".codesyncer", "town.yml");
        var text = File.ReadAllText(settings);
        File.WriteAllText(settings, "agent: gemini\n" + text);
        if (_shop.At("doctor") is { ExitCode: 0 })
            return; // An agent of that name stands beside git on this machine.
        Assert.Contains("fail  agent        gemini", _shop.At("doctor").Output);
        File.WriteAllText(settings, text);
        var answer = _shop.At("doctor");
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("ok    agent", answer.Output);
    }
}
