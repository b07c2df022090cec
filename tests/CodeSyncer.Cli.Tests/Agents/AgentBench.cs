using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Agents;

/// <summary>An onboarded repository with a decision about payments, a protected folder and a bead that is held.</summary>
internal sealed class AgentBench : IDisposable
{
    public const string Decision = "Use Stripe and never store card numbers";
    public const string Rule = "amounts are whole cents";

    public AgentBench()
    {
        Sandbox = new GitSandbox();
        Repository = Sandbox.Init();
        Repository.Git("config", "user.name", "kim");
        Repository.Write("src/billing/charge.ts", $"// @codesyncer-decision [2026-02-03] {Decision}\n// @codesyncer-rule {Rule}\nexport const x = 1;\n");
        Repository.Write("a.txt", "a\n");
        Repository.Write(".codesyncer/config.yml", "protected_paths:\n  - path: migrations/**\n    reason: the DBA applies them\n");
        Repository.Commit("first");
        Run("init", "--agents", "claude,codex").Succeeded();
        Repository.Commit("onboarded");
        Bead = JsonNode.Parse(Run("bead", "create", "Login form", "--description", "The form in src/billing", "--json").Succeeded().Output)!["id"]!.GetValue<string>();
        Run("bead", "claim", Bead).Succeeded();
    }

    public GitSandbox Sandbox { get; }

    public SandboxRepository Repository { get; }

    public string Bead { get; }

    public ProcessAnswer Run(params string[] arguments) => Sandbox.Run(Repository.Path, PublishedExecutable.Path, arguments);

    /// <summary>Reports an event as an agent does.</summary>
    public ProcessAnswer Report(string agent, string name, JsonObject? fields = null)
    {
        var input = fields ?? [];
        input["session_id"] ??= "session-1";
        input["cwd"] ??= Repository.Path;
        input["hook_event_name"] = name;
        return ReportText(agent, name, input.ToJsonString());
    }

    public ProcessAnswer ReportText(string agent, string name, string input) =>
        Sandbox.Run(Repository.Path, PublishedExecutable.Path, ["event", agent, name], input);

    /// <summary>An event saves changed work; the save that a commit has left running behind us may be there first, once.</summary>
    public void SavesBefore(string what, Action report)
    {
        var tries = 0;
        Until(() =>
        {
            Repository.Write("a.txt", $"precious {++tries} {what}\n");
            report();
            return JsonNode.Parse(Run("work", "list", "--json").Output)!.AsArray().Any(save =>
                save!["event"]!.GetValue<string>() is var name && name.StartsWith("before", StringComparison.Ordinal) && name.Contains(what, StringComparison.Ordinal));
        }, $"a save before {what}");
    }

    /// <summary>The text that an answer adds to the agent's context.</summary>
    public static string Context(ProcessAnswer answer) =>
        answer.Output.Length == 0 ? "" : JsonNode.Parse(answer.Output)!["hookSpecificOutput"]?["additionalContext"]?.GetValue<string>() ?? "";

    /// <summary>Every file of the work tree with its content, but git's and our own documents.</summary>
    public static SortedDictionary<string, string> Files(SandboxRepository repository)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(repository.Path, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(repository.Path, file).Replace('\\', '/');
            if (!path.StartsWith(".git/", StringComparison.Ordinal) && !(path.StartsWith(".codesyncer/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal)))
                files[path] = Convert.ToBase64String(File.ReadAllBytes(file));
        }

        return files;
    }

    /// <summary>Waits until something behind our back has come true.</summary>
    public static void Until(Func<bool> isSo, string what)
    {
        for (var end = Environment.TickCount64 + 30_000; !isSo(); Thread.Sleep(50))
            Assert.True(Environment.TickCount64 < end, $"never came true: {what}");
    }

    public void Dispose() => Sandbox.Dispose();
}
