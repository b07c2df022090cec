using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Rules about endpoints stop a commit where, and only where, a configuration makes one of them an error.</summary>
public sealed class EndpointGateTests : IDisposable
{
    private const string Call = "fetch('/orders')\n";

    private readonly ShopScene _shop = new();

    public EndpointGateTests() => _shop.At("init").Succeeded();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_call_that_nobody_offers_stops_the_commit_that_brings_it()
    {
        Error(_shop.Web, "unmatched-call");
        _shop.Web.Git("add", "-A");
        // What was there before is no matter of this commit.
        _shop.Web.Git("commit", "-q", "-m", "Configuration");
        _shop.Web.Write("src/orders.ts", Call);
        Assert.Equal(0, _shop.In(_shop.Web.Path, "lint", "--staged").ExitCode);
        _shop.Web.Git("add", "-A");

        var lint = _shop.In(_shop.Web.Path, "lint", "--staged");
        Assert.Equal(1, lint.ExitCode);
        Assert.Contains("src/orders.ts:1: error unmatched-call: nobody offers GET /orders", lint.Output);
        Assert.DoesNotContain("src/api.ts", lint.Output);
        var commit = _shop.Web.TryGit("commit", "-q", "-m", "Orders");
        Assert.NotEqual(0, commit.ExitCode);
        Assert.Contains("src/orders.ts:1: unmatched-call: nobody offers GET /orders", commit.Error);
        // What is staged counts, not what lies in the work tree.
        _shop.Web.Write("src/orders.ts", "// none\n");
        Assert.NotEqual(0, _shop.Web.TryGit("commit", "-q", "-m", "Orders").ExitCode);
        _shop.Web.Git("commit", "-qam", "None");
    }

    [Fact]
    public void Where_no_rule_about_endpoints_is_an_error_the_commit_passes_without_them()
    {
        _shop.Web.Write("src/orders.ts", Call);
        _shop.Web.Git("add", "-A");
        var commit = _shop.Web.TryGit("commit", "-q", "-m", "Orders").Succeeded();
        Assert.DoesNotContain("unmatched-call", commit.Error);
        Assert.DoesNotContain("unmatched-call", _shop.In(_shop.Web.Path, "lint", "--staged").Succeeded().Output);
    }

    [Fact]
    public void At_the_towns_root_each_rigs_own_severities_hold()
    {
        Error(_shop.Web, "unmatched-call");
        var lint = _shop.At("lint");
        Assert.Equal(1, lint.ExitCode);
        Assert.Contains("web/src/api.ts:3: error unmatched-call", lint.Output);
        _shop.Web.Write(".codesyncer/config.yml", "lint: {unmatched-call: off}\n");
        Assert.DoesNotContain("unmatched-call", _shop.At("lint").Succeeded().Output);
    }

    [Fact]
    public void A_changed_type_under_a_caller_in_another_rig_is_a_changed_endpoint()
    {
        _shop.Api.Write("app.py", _shop.Api.Read("app.py").Replace("'/users/{id}')", "'/users/{id}', response_model=UserDto)", StringComparison.Ordinal));
        _shop.Api.Commit("Types");
        _shop.Api.Git("checkout", "-q", "-b", "feature");
        _shop.Api.Write("app.py", _shop.Api.Read("app.py").Replace("UserDto", "UserV2", StringComparison.Ordinal));
        Assert.Contains("app.py:4: warning changed-endpoint: GET /users/{id} was changed under its callers at web/src/api.ts:2: its response was UserDto and is UserV2", _shop.In(_shop.Api.Path, "lint").Succeeded().Output);
        Error(_shop.Api, "changed-endpoint");
        _shop.Api.Git("add", "-A");
        Assert.NotEqual(0, _shop.Api.TryGit("commit", "-q", "-m", "Change").ExitCode);
    }

    [Fact]
    public void A_rig_that_has_vanished_is_said_by_lint_and_the_gate_and_the_others_are_judged()
    {
        var other = _shop.Sandbox.Init("shop/other");
        other.Write("app.py", "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/other')\ndef other(): ...\n");
        other.Commit("first");
        _shop.At("init").Succeeded();
        Error(_shop.Web, "unmatched-call");
        _shop.Web.Git("add", "-A");
        _shop.Web.Git("commit", "-q", "-m", "Configuration");
        Directory.Move(_shop.Api.Path, _shop.Api.Path + "-gone");
        var lint = _shop.In(_shop.Web.Path, "lint");
        Assert.Equal(1, lint.ExitCode);
        Assert.Contains("rig 'api' is left out: there is no clone at", lint.Error);
        _shop.Web.Write("src/orders.ts", Call);
        _shop.Web.Git("add", "-A");
        var commit = _shop.Web.TryGit("commit", "-q", "-m", "Orders");
        Assert.NotEqual(0, commit.ExitCode);
        Assert.Contains("rig 'api' is left out: there is no clone at", commit.Error);
        Assert.Contains("src/orders.ts:1: unmatched-call", commit.Error);
    }

    [Fact]
    public void After_the_time_limit_nothing_stops_the_commit_and_only_that_is_said()
    {
        if (OperatingSystem.IsWindows())
            return; // No script stands for git there.
        Error(_shop.Web, "unmatched-call");
        _shop.Web.Git("add", "-A");
        _shop.Web.Git("commit", "-q", "-m", "Configuration");
        _shop.Web.Write("src/orders.ts", Call);
        _shop.Web.Git("add", "-A");
        // Another git before the own one, which is slow at what only the hook asks.
        var git = _shop.Sandbox.Run(_shop.Root, "which", ["git"]).Output.Trim();
        var slow = Directory.CreateDirectory(_shop.Sandbox.At("slow")).FullName;
        File.WriteAllText(Path.Combine(slow, "git"), $"#!/bin/sh\ncase \"$*\" in *diff*--cached*) sleep 4;; esac\nexec {git} \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(slow, "git"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _shop.Sandbox.Environment["PATH"] = $"{slow}:{Environment.GetEnvironmentVariable("PATH")}";
        var hook = _shop.In(_shop.Web.Path, "hook", "pre-commit");
        Assert.Equal(0, hook.ExitCode);
        Assert.Contains("pre-commit took longer than 2 s and was given up", hook.Error);
        Assert.DoesNotContain("the commit is stopped", hook.Error);
    }

    private static void Error(SandboxRepository rig, string rule) => rig.Write(".codesyncer/config.yml", $"lint: {{{rule}: error}}\n");
}
