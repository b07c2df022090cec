using System.Diagnostics;
using System.Text.Json;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Ledger;

/// <summary>A repository whose ledger many agents work on at once, each through the published executable.</summary>
public sealed class LedgerBench : IDisposable
{
    private readonly GitSandbox _sandbox = new();
    private readonly Dictionary<string, string> _environment;

    public LedgerBench(params string[] options)
    {
        Repository = _sandbox.Init("shop", options);
        _sandbox.Run(_sandbox.Root, "git", ["config", "--global", "user.name", "kim"]).Succeeded();
        _environment = new() { ["HOME"] = _sandbox.Home, ["GIT_CONFIG_GLOBAL"] = _sandbox.GlobalConfig, ["GIT_CONFIG_SYSTEM"] = _sandbox.SystemConfig };
    }

    public GitSandbox Sandbox => _sandbox;

    public SandboxRepository Repository { get; }

    public string Ledger => Path.Combine(Repository.Path, ".git", "codesyncer", "ledger.git");

    public string IndexFile => Path.Combine(Repository.Path, ".git", "codesyncer", "cache", "index.db");

    /// <summary>Runs a verb as kim.</summary>
    public ProcessAnswer Run(params string[] arguments) => RunAs(null, null, Repository.Path, arguments);

    public ProcessAnswer RunAs(string? agent, string? session, string directory, params string[] arguments)
    {
        using var process = Start(agent, session, directory, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessAnswer(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Starts a verb; whoever starts it reads its streams.</summary>
    public Process Start(string? agent, string? session, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) || name.StartsWith("CODESYNCER", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        if (agent is not null)
            start.Environment["CODESYNCER_AGENT"] = agent;
        if (session is not null)
            start.Environment["CODESYNCER_SESSION"] = session;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public JsonElement Json(params string[] arguments)
    {
        using var document = JsonDocument.Parse(Run([.. arguments, "--json"]).Succeeded().Output);
        return document.RootElement.Clone();
    }

    /// <summary>The ids of the beads that a query gives, in its order.</summary>
    public string[] Ids(params string[] arguments) => [.. Json(arguments).EnumerateArray().Select(bead => bead.GetProperty("id").GetString()!)];

    /// <summary>Creates a bead under an id of the test's own.</summary>
    public void Create(string id, params string[] more) => Run(["bead", "create", $"Title of {id}", "--id", id, .. more]).Succeeded();

    public void AssertSound()
    {
        var answer = Run("ledger", "verify");
        Assert.True(answer.ExitCode == 0, answer.Output + answer.Error);
        _sandbox.Run(Ledger, "git", ["fsck", "--strict", "--no-dangling"]).Succeeded();
    }

    public void Dispose() => _sandbox.Dispose();
}
