using System.Diagnostics;
using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>A folder of clones as one town: init, questions over all of them, watch, uninstall.</summary>
public sealed class InPlaceTests : IDisposable
{
    private readonly User _user = User.WithLibrary();
    private readonly SandboxRepository _api;
    private readonly SandboxRepository _web;

    public InPlaceTests()
    {
        _user.Sandbox.Run(_user.Sandbox.Root, "git", ["config", "--global", "user.name", "Kim"]).Succeeded();
        _api = _user.Sandbox.Init("shop/api");
        _api.Write("app.py", "from fastapi import FastAPI\napp = FastAPI()\n# @codesyncer-decision Users are never deleted\n@app.get('/users/{id}')\ndef user(id): ...\n@app.post('/users')\ndef create(): ...\n");
        _api.Commit("first");
        _web = _user.Sandbox.Init("shop/web");
        _web.Write("src/api.ts", "// @codesyncer-work:AUTH-001 Login form\nfetch(`/users/${id}`)\nfetch('/user', { method: 'POST' })\n");
        _web.Commit("first");
    }

    private string Root => _user.Sandbox.At("shop");

    public void Dispose() => _user.Dispose();

    [Fact]
    public void Init_makes_a_town_of_the_clones_where_they_stand_and_uninstall_undoes_all_of_it()
    {
        _web.Git("worktree", "add", "-q", _user.Sandbox.At("shop", "web-2"), "-b", "x");
        Directory.CreateDirectory(_user.Sandbox.At("shop", "node_modules"));
        var before = FileTree.Of(Root);

        var said = At("init").Succeeded().Output;

        Assert.Contains("api: api", said);
        Assert.Contains("web-2 is left out: a work tree of another clone here", said);
        Assert.Contains("Users are never deleted", _api.Read(".codesyncer/DECISIONS.md"));
        var projects = File.ReadAllText(_user.Sandbox.At("shop", ".codesyncer", "PROJECTS.md"));
        Assert.Contains("```mermaid\nflowchart LR\n", projects);
        Assert.Contains("* Calls: api\n", projects);
        Assert.Contains("`POST /user`", File.ReadAllText(_user.Sandbox.At("shop", ".codesyncer", "ENDPOINTS.md")));
        // Said again it changes nothing; a clone added later is noticed, and adopted.
        Assert.DoesNotContain("  + ", At("init").Succeeded().Output);
        var later = _user.Sandbox.Init("shop/group/mobile");
        later.Write("a.txt", "a\n");
        later.Commit("first");
        Assert.Contains("'group/mobile' is a clone here and no rig", At("doctor").Output.Replace('\\', '/'));
        Assert.Contains("mobile: group/mobile", At("init").Succeeded().Output.Replace('\\', '/'));

        At("uninstall", ".").Succeeded();

        _user.Sandbox.Run(Root, "git", ["-C", "group/mobile", "status"]).Succeeded();
        Directory.Delete(_user.Sandbox.At("shop", "group"), recursive: true);
        Assert.Equal(Interesting(before), Interesting(FileTree.Of(Root)));
    }

    [Fact]
    public void A_home_directory_is_never_made_a_town()
    {
        _user.Sandbox.Init("home/somewhere");
        var answer = _user.Sandbox.Run(_user.Sandbox.Home, _user.Downloaded, ["init"]);
        Assert.Equal(4, answer.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_user.Sandbox.Home, ".codesyncer")));
    }

    [Fact]
    public void Every_question_is_answered_for_all_rigs()
    {
        At("init").Succeeded();
        var bead = At("bead", "create", "Login").Succeeded().Output.Split(' ')[0].Trim();
        At("bead", "update", bead, "--external-ref", "AUTH-001").Succeeded();
        _api.Git("checkout", "-q", "-b", "feature/AUTH-001-login");
        _api.Git("commit", "-q", "--allow-empty", "-m", $"Begin {bead}");

        Assert.Equal(["api", "web"], Rows("tags").Select(row => row["rig"]!.GetValue<string>()));
        Assert.Equal(["api"], JsonNode.Parse(_user.Run(_web, "decisions", "--town", "--json").Succeeded().Output)!.AsArray().Select(row => row!["rig"]!.GetValue<string>()));
        Assert.DoesNotContain("\"rig\"", _user.Run(_web, "tags", "--json").Succeeded().Output);
        var user = Rows("endpoints").Single(row => row["path"]!.GetValue<string>() == "/users/{id}");
        Assert.Equal("web", user["callers"]![0]!["rig"]!.GetValue<string>());
        Assert.Equal("/users", Rows("endpoints", "--unmatched").Single()["nearest"]!["path"]!.GetValue<string>());
        var call = Rows("endpoints", "--calls").Single(row => row["path"]!.GetValue<string>() == "/users/7");
        Assert.Equal(("web", "api"), (call["rig"]!.GetValue<string>(), call["answers"]![0]!["rig"]!.GetValue<string>()));
        Assert.Contains("answered by GET /users/{id}  api/app.py", At("endpoints", "--calls").Succeeded().Output);
        Assert.Contains("p1 --> p0", At("endpoints", "--graph").Succeeded().Output);
        Assert.Equal(2, At("endpoints", "--graph", "--calls").ExitCode);
        Assert.Contains("web/src/api.ts:3: warning unmatched-call: nobody offers POST /user", At("lint").Succeeded().Output);
        Assert.Contains("api/app.py:3: decision", At("find", "deleted").Succeeded().Output);
        var shown = _user.Run(_web, "bead", "show", bead).Succeeded().Output;
        Assert.Contains("web/src/api.ts:1  work Login form", shown);
        Assert.Contains("api/feature/AUTH-001-login", shown);
        Assert.Contains($"Begin {bead}", shown);
        At("sync").Succeeded();
        At("sync", "--check").Succeeded();

        // An endpoint that is renamed while its caller was not.
        _api.Write("app.py", _api.Read("app.py").Replace("/users/{id}", "/people/{id}", StringComparison.Ordinal));
        Assert.Contains("changed-endpoint: GET /users/{id} is offered no more, and is still called at web/src/api.ts:2", _user.Run(_api, "lint").Succeeded().Output);

        // A rig that has vanished is said; the others answer.
        Directory.Move(_web.Path, _web.Path + "-gone");
        var answer = At("tags");
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("rig 'web' is left out", answer.Error);
        Assert.Contains("api/app.py", answer.Output);
    }

    [Fact]
    public void An_agent_is_told_before_an_edit_what_other_projects_rely_on()
    {
        At("init", "--agents", "claude").Succeeded();
        var input = $$$"""{"session_id":"s1","cwd":"{{{_api.Path}}}","hook_event_name":"PreToolUse","tool_name":"Edit","tool_input":{"file_path":"{{{_api.At("app.py")}}}"}}""";

        var told = _user.Sandbox.Run(_api.Path, _user.Downloaded, ["event", "claude", "PreToolUse"], input).Succeeded().Output;

        Assert.Contains("Users are never deleted", told);
        Assert.Contains("called at `web/src/api.ts:2`", told);
        _web.Write("src/api.ts", _web.Read("src/api.ts") + "// changed\n");
        _web.Git("add", "-A");
        Assert.Contains("`GET /users/{}`: `api/app.py:4`", _user.Run(_web, "prime").Succeeded().Output);
    }

    [UnixFact]
    public void Watch_keeps_all_rigs_and_the_towns_documents_right()
    {
        At("init").Succeeded();
        using var watch = Start("watch");
        var endpoints = _user.Sandbox.At("shop", ".codesyncer", "ENDPOINTS.md");
        try
        {
            Until(() => File.Exists(_api.At(".codesyncer/DECISIONS.md")));
            Thread.Sleep(1000);
            _api.Write("app.py", _api.Read("app.py").Replace("'/users'", "'/user'", StringComparison.Ordinal).Replace("never deleted", "kept", StringComparison.Ordinal));
            Until(() => _api.Read(".codesyncer/DECISIONS.md").Contains("Users are kept", StringComparison.Ordinal));
            Until(() => !File.ReadAllText(endpoints).Contains("offered by nobody", StringComparison.Ordinal));
            // A switch, and more changes at once than the system's buffer holds.
            for (var i = 0; i < 10_000; i++)
                File.WriteAllText(_web.At($"src/f{i}.ts"), i == 9_999 ? "// @codesyncer-decision The last of many\n" : "x\n");
            Until(() => _web.Read(".codesyncer/DECISIONS.md").Contains("The last of many", StringComparison.Ordinal));
            _web.Git("clean", "-fdq");
            _web.Git("checkout", "-q", "-b", "other");
            _web.Write("b.ts", "// @codesyncer-decision Of the other branch\n");
            Until(() => _web.Read(".codesyncer/DECISIONS.md").Contains("Of the other branch", StringComparison.Ordinal));
        }
        finally
        {
            watch.Kill();
        }
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(_user.Downloaded, arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _user.Sandbox.EnvironmentOf(Root))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Until(Func<bool> holds)
    {
        for (var end = Environment.TickCount64 + 30_000; Environment.TickCount64 < end; Thread.Sleep(20))
        {
            try
            {
                if (holds())
                    return;
            }
            catch (IOException)
            {
                // It is being written.
            }
        }

        Assert.Fail("it did not happen");
    }

    private static IEnumerable<string> Interesting(IEnumerable<KeyValuePair<string, string>> tree) =>
        tree.Where(file => !file.Key.Contains(".git/index", StringComparison.Ordinal)).Select(file => $"{file.Key} {file.Value}").Order(StringComparer.Ordinal);

    private IEnumerable<JsonNode> Rows(params string[] arguments) => JsonNode.Parse(At([.. arguments, "--json"]).Succeeded().Output)!.AsArray().Select(row => row!);

    private ProcessAnswer At(params string[] arguments) => _user.Sandbox.Run(Root, _user.Downloaded, arguments);
}
