using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>A folder of clones as one town: init, questions over all of them, watch, uninstall.</summary>
public sealed class InPlaceTests : IDisposable
{
    private readonly ShopScene _shop = new();

    private string Root => _shop.Root;

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Init_makes_a_town_of_the_clones_where_they_stand_and_uninstall_undoes_all_of_it()
    {
        _shop.Web.Git("worktree", "add", "-q", _shop.User.Sandbox.At("shop", "web-2"), "-b", "x");
        Directory.CreateDirectory(_shop.User.Sandbox.At("shop", "node_modules"));
        var before = FileTree.Of(Root);

        var said = At("init").Succeeded().Output;

        Assert.Contains("api: api", said);
        Assert.Contains("web-2 is left out: a work tree of another clone here", said);
        Assert.Contains("Users are never deleted", _shop.Api.Read(".codesyncer/DECISIONS.md"));
        var projects = File.ReadAllText(_shop.User.Sandbox.At("shop", ".codesyncer", "PROJECTS.md"));
        Assert.Contains("```mermaid\nflowchart LR\n", projects);
        Assert.Contains("* Calls: api\n", projects);
        Assert.Contains("`POST /user`", File.ReadAllText(_shop.User.Sandbox.At("shop", ".codesyncer", "ENDPOINTS.md")));
        // Said again it changes nothing; a clone added later is noticed, and adopted.
        Assert.DoesNotContain("  + ", At("init").Succeeded().Output);
        var later = _shop.User.Sandbox.Init("shop/group/mobile");
        later.Write("a.txt", "a\n");
        later.Commit("first");
        Assert.Contains("'group/mobile' is a clone here and no rig", At("doctor").Output.Replace('\\', '/'));
        Assert.Contains("mobile: group/mobile", At("init").Succeeded().Output.Replace('\\', '/'));

        At("uninstall", ".").Succeeded();

        _shop.User.Sandbox.Run(Root, "git", ["-C", "group/mobile", "status"]).Succeeded();
        Directory.Delete(_shop.User.Sandbox.At("shop", "group"), recursive: true);
        Assert.Equal(Interesting(before), Interesting(FileTree.Of(Root)));
    }

    [Fact]
    public void A_rig_that_has_vanished_is_named_by_uninstall_and_can_be_taken_out_later()
    {
        var before = FileTree.Of(_shop.Web.Path);
        At("init").Succeeded();
        var elsewhere = _shop.Sandbox.At("web-elsewhere");
        Directory.Move(_shop.Web.Path, elsewhere);

        var said = At("uninstall", ".").Succeeded().Output;

        Assert.Contains($"rig 'web' has vanished: there is no clone at '{_shop.Web.Path}'", said);
        Assert.Contains("'codesyncer rig leave' and then 'codesyncer uninstall'", said);
        Assert.False(Directory.Exists(_shop.Sandbox.At("shop", ".codesyncer")));
        _shop.In(elsewhere, "rig", "leave").Succeeded();
        _shop.In(elsewhere, "uninstall").Succeeded();
        Assert.Equal(Interesting(before), Interesting(FileTree.Of(elsewhere)));
    }

    [Fact]
    public void A_folder_of_clones_that_is_no_town_yet_is_told_what_makes_it_one()
    {
        foreach (var verb in (string[])["doctor", "uninstall"])
        {
            var answer = At(verb);
            Assert.Equal(4, answer.ExitCode);
            Assert.Contains("it holds clones (api, web), and is no town yet", answer.Error);
            Assert.Contains("'codesyncer init'", answer.Error);
        }
    }

    [Fact]
    public void A_home_directory_is_never_made_a_town()
    {
        _shop.User.Sandbox.Init("home/somewhere");
        var answer = _shop.User.Sandbox.Run(_shop.User.Sandbox.Home, _shop.User.Downloaded, ["init"]);
        Assert.Equal(4, answer.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_shop.User.Sandbox.Home, ".codesyncer")));
    }

    [Fact]
    public void Every_question_is_answered_for_all_rigs()
    {
        At("init").Succeeded();
        var bead = At("bead", "create", "Login").Succeeded().Output.Split(' ')[0].Trim();
        At("bead", "update", bead, "--external-ref", "AUTH-001").Succeeded();
        _shop.Api.Git("checkout", "-q", "-b", "feature/AUTH-001-login");
        _shop.Api.Git("commit", "-q", "--allow-empty", "-m", $"Begin {bead}");

        Assert.Equal(["api", "web"], Rows("tags").Select(row => row["rig"]!.GetValue<string>()));
        Assert.Equal(["api"], JsonNode.Parse(_shop.User.Run(_shop.Web, "decisions", "--town", "--json").Succeeded().Output)!.AsArray().Select(row => row!["rig"]!.GetValue<string>()));
        Assert.DoesNotContain("\"rig\"", _shop.User.Run(_shop.Web, "tags", "--json").Succeeded().Output);
        var user = Rows("endpoints").Single(row => row["path"]!.GetValue<string>() == "/users/{id}");
        Assert.Equal("web", user["callers"]![0]!["rig"]!.GetValue<string>());
        Assert.Equal("/users", Rows("endpoints", "--unmatched").Single()["nearest"]!["path"]!.GetValue<string>());
        var call = Rows("endpoints", "--calls").Single(row => row["path"]!.GetValue<string>() == "/users/{}");
        Assert.Equal(("web", "api"), (call["rig"]!.GetValue<string>(), call["answers"]![0]!["rig"]!.GetValue<string>()));
        Assert.Contains("answered by GET /users/{id}  api/app.py", At("endpoints", "--calls").Succeeded().Output);
        Assert.Contains("p1 --> p0", At("endpoints", "--graph").Succeeded().Output);
        Assert.Equal(2, At("endpoints", "--graph", "--calls").ExitCode);
        Assert.Contains("web/src/api.ts:3: warning unmatched-call: nobody offers POST /user", At("lint").Succeeded().Output);
        Assert.Contains("api/app.py:3: decision", At("find", "deleted").Succeeded().Output);
        var shown = _shop.User.Run(_shop.Web, "bead", "show", bead).Succeeded().Output;
        Assert.Contains("web/src/api.ts:1  work Login form", shown);
        Assert.Contains("api/feature/AUTH-001-login", shown);
        Assert.Contains($"Begin {bead}", shown);
        At("sync").Succeeded();
        At("sync", "--check").Succeeded();

        // An endpoint that is renamed while its caller was not.
        _shop.Api.Write("app.py", _shop.Api.Read("app.py").Replace("/users/{id}", "/people/{id}", StringComparison.Ordinal));
        Assert.Contains("changed-endpoint: GET /users/{id} is offered no more, and is still called at web/src/api.ts:2", _shop.User.Run(_shop.Api, "lint").Succeeded().Output);

        // A rig that has vanished is said; the others answer.
        Directory.Move(_shop.Web.Path, _shop.Web.Path + "-gone");
        var answer = At("tags");
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("rig 'web' is left out", answer.Error);
        Assert.Contains("api/app.py", answer.Output);
    }

    [Fact]
    public void An_agent_is_told_before_an_edit_what_other_projects_rely_on()
    {
        At("init", "--agents", "claude").Succeeded();
        var input = $$$"""{"session_id":"s1","cwd":"{{{_shop.Api.Path}}}","hook_event_name":"PreToolUse","tool_name":"Edit","tool_input":{"file_path":"{{{_shop.Api.At("app.py")}}}"}}""";

        var told = _shop.User.Sandbox.Run(_shop.Api.Path, _shop.User.Downloaded, ["event", "claude", "PreToolUse"], input).Succeeded().Output;

        Assert.Contains("Users are never deleted", told);
        Assert.Contains("called at `web/src/api.ts:2`", told);
        _shop.Web.Write("src/api.ts", _shop.Web.Read("src/api.ts") + "// changed\n");
        _shop.Web.Git("add", "-A");
        Assert.Contains("`GET /users/{}`: `api/app.py:4`", _shop.User.Run(_shop.Web, "prime").Succeeded().Output);
    }

    [UnixFact]
    public void Watch_keeps_all_rigs_and_the_towns_documents_right()
    {
        At("init").Succeeded();
        using var watch = _shop.Start(_ => { }, "watch");
        var endpoints = _shop.User.Sandbox.At("shop", ".codesyncer", "ENDPOINTS.md");
        try
        {
            ShopScene.Until(() => File.Exists(_shop.Api.At(".codesyncer/DECISIONS.md")));
            Thread.Sleep(1000);
            _shop.Api.Write("app.py", _shop.Api.Read("app.py").Replace("'/users'", "'/user'", StringComparison.Ordinal).Replace("never deleted", "kept", StringComparison.Ordinal));
            ShopScene.Until(() => _shop.Api.Read(".codesyncer/DECISIONS.md").Contains("Users are kept", StringComparison.Ordinal));
            ShopScene.Until(() => !File.ReadAllText(endpoints).Contains("offered by nobody", StringComparison.Ordinal));
            // A switch, and more changes at once than the system's buffer holds.
            for (var i = 0; i < 10_000; i++)
                File.WriteAllText(_shop.Web.At($"src/f{i}.ts"), i == 9_999 ? "// @codesyncer-decision The last of many\n" : "x\n");
            ShopScene.Until(() => _shop.Web.Read(".codesyncer/DECISIONS.md").Contains("The last of many", StringComparison.Ordinal));
            _shop.Web.Git("clean", "-fdq");
            _shop.Web.Git("checkout", "-q", "-b", "other");
            _shop.Web.Write("b.ts", "// @codesyncer-decision Of the other branch\n");
            ShopScene.Until(() => _shop.Web.Read(".codesyncer/DECISIONS.md").Contains("Of the other branch", StringComparison.Ordinal));
        }
        finally
        {
            watch.Kill();
        }
    }

    private static IEnumerable<string> Interesting(IEnumerable<KeyValuePair<string, string>> tree) =>
        tree.Where(file => !file.Key.Contains(".git/index", StringComparison.Ordinal)).Select(file => $"{file.Key} {file.Value}").Order(StringComparer.Ordinal);

    private IEnumerable<JsonNode> Rows(params string[] arguments) => _shop.Rows(arguments);

    private ProcessAnswer At(params string[] arguments) => _shop.At(arguments);
}
