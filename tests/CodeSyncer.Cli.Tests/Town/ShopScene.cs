using System.Diagnostics;
using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>A folder of two clones: an API in Python, and a web client that calls it, once in vain.</summary>
internal sealed class ShopScene : IDisposable
{
    public ShopScene()
    {
        User.Sandbox.Run(User.Sandbox.Root, "git", ["config", "--global", "user.name", "Kim"]).Succeeded();
        Api = User.Sandbox.Init("shop/api");
        Api.Write("app.py", "from fastapi import FastAPI\napp = FastAPI()\n# @codesyncer-decision Users are never deleted\n@app.get('/users/{id}')\ndef user(id): ...\n@app.post('/users')\ndef create(): ...\n");
        Api.Commit("first");
        Web = User.Sandbox.Init("shop/web");
        Web.Write("src/api.ts", "// @codesyncer-work:AUTH-001 Login form\nfetch(`/users/${id}`)\nfetch('/user', { method: 'POST' })\n");
        Web.Commit("first");
    }

    public User User { get; } = User.WithLibrary();

    public GitSandbox Sandbox => User.Sandbox;

    public SandboxRepository Api { get; }

    public SandboxRepository Web { get; }

    public string Root => Sandbox.At("shop");

    public string Endpoints => File.ReadAllText(Sandbox.At("shop", ".codesyncer", "ENDPOINTS.md"));

    public string Projects => File.ReadAllText(Sandbox.At("shop", ".codesyncer", "PROJECTS.md"));

    /// <summary>Runs the executable at the root of the folder.</summary>
    public ProcessAnswer At(params string[] arguments) => In(Root, arguments);

    public ProcessAnswer In(string directory, params string[] arguments) => Sandbox.Run(directory, User.Downloaded, arguments);

    public IEnumerable<JsonNode> Rows(params string[] arguments) => JsonNode.Parse(At([.. arguments, "--json"]).Succeeded().Output)!.AsArray().Select(row => row!);

    /// <summary>What an agent hears at an event.</summary>
    public string Event(string directory, string name, string rest) =>
        Sandbox.Run(directory, User.Downloaded, ["event", "claude", name], $$"""{"session_id":"s1","cwd":"{{directory}}","hook_event_name":"{{name}}",{{rest}}}""").Succeeded().Output;

    public void Rename(SandboxRepository api) => api.Write("app.py", api.Read("app.py").Replace("/users/{id}", "/people/{id}", StringComparison.Ordinal));

    /// <summary>Starts the executable at the root, and hands over what it says.</summary>
    public Process Start(Action<string> said, params string[] arguments) => StartIn(Root, said, arguments);

    public Process StartIn(string directory, Action<string> said, params string[] arguments)
    {
        var start = new ProcessStartInfo(User.Downloaded, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Sandbox.EnvironmentOf(directory))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public static void Until(Func<bool> holds)
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

    public void Dispose() => User.Dispose();
}
