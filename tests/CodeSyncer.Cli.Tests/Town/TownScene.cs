using System.Diagnostics;
using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>A town in a sandbox, whose agents are shell scripts.</summary>
internal sealed class TownScene : IDisposable
{
    /// <param name="settings">More of town.yml.</param>
    /// <param name="programs">More agents of town.yml, as its lines.</param>
    public TownScene(string agent = Agents.Diligent, string settings = "", string programs = "")
    {
        Sandbox.Environment["PATH"] = $"{Path.GetDirectoryName(PublishedExecutable.Path)}:{Environment.GetEnvironmentVariable("PATH")}";
        File.WriteAllText(Sandbox.GlobalConfig, "[user]\n\tname = kim\n\temail = kim@example.org\n");
        Directory.CreateDirectory(Evidence);
        Sandbox.Environment["EVIDENCE"] = Evidence;
        var script = Sandbox.At("agent.sh");
        File.WriteAllText(script, agent);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        Sandbox.Run(Sandbox.Root, PublishedExecutable.Path, ["town", "new", Root]).Succeeded();
        Append($"""
            agent: scripted
            agents:
              scripted:
                command: {script}
                headless: ["{"{bead}"}"]
            {programs}
            {settings}
            """);
    }

    public GitSandbox Sandbox { get; } = new();

    public string Root => Sandbox.At("town");

    /// <summary>Where agents note what they did.</summary>
    public string Evidence => Sandbox.At("evidence");

    public string SettingsFile => Path.Combine(Root, ".codesyncer", "town.yml");

    public static string Hub(string root, string rig) => Path.Combine(root, ".codesyncer", "rigs", rig, "repo.git");

    public void Append(string settings) => File.AppendAllText(SettingsFile, settings.ReplaceLineEndings("\n") + "\n");

    /// <summary>A repository with one commit, adopted as a rig.</summary>
    public SandboxRepository AddRig(string name, params string[] options)
    {
        var repository = Sandbox.Init(name);
        repository.Write("README.md", $"{name}\n");
        repository.Commit("begin");
        Run(["rig", "add", name, repository.Path, .. options]).Succeeded();
        return repository;
    }

    public ProcessAnswer Run(params string[] arguments) => Sandbox.Run(Root, PublishedExecutable.Path, arguments);

    public ProcessAnswer RunIn(string directory, params string[] arguments) => Sandbox.Run(directory, PublishedExecutable.Path, arguments);

    /// <summary>Starts one of our processes; the caller ends it.</summary>
    public Process Start(params string[] arguments) => StartIn(Root, arguments);

    public Process StartIn(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in Sandbox.EnvironmentOf(directory))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public string CreateBead(string title, params string[] options)
    {
        var answer = Run(["bead", "create", title, "--json", .. options]).Succeeded();
        return JsonNode.Parse(answer.Output)!["id"]!.GetValue<string>();
    }

    public JsonNode Bead(string id) => JsonNode.Parse(Run("bead", "show", id, "--json").Succeeded().Output)!;

    public string StatusOf(string bead) => Bead(bead)["status"]!.GetValue<string>();

    public JsonNode Status() => JsonNode.Parse(Run("town", "status", "--json").Succeeded().Output)!;

    public JsonNode Agent(string name) => Status()["agents"]!.AsArray().First(agent => agent!["agent"]!.GetValue<string>().EndsWith(name, StringComparison.Ordinal))!;

    /// <summary>Whoever holds a bead; null: nobody.</summary>
    public JsonNode? AgentOf(string bead) => Status()["agents"]!.AsArray().FirstOrDefault(agent => agent!["bead"]?.GetValue<string>() == bead);

    /// <summary>The spawn that holds a bead; null: none.</summary>
    public string? Generation(string bead) => AgentOf(bead)?["generation"]?.GetValue<string>();

    /// <summary>The name of the town's one agent.</summary>
    public string OnlyAgent() => Status()["agents"]!.AsArray().Single()!["agent"]!.GetValue<string>().Split('/')[^1];

    public string LedgerTip() => Sandbox.Run(Path.Combine(Root, ".codesyncer", "ledger.git"), "git", ["for-each-ref"]).Succeeded().Output;

    /// <summary>Agents that wait for it go on.</summary>
    public void LetThemGo() => File.WriteAllText(Path.Combine(Evidence, "go"), "");

    public IEnumerable<string> Noted(string what) => Directory.EnumerateFiles(Evidence).Where(file => Path.GetFileName(file).StartsWith(what, StringComparison.Ordinal)).SelectMany(File.ReadAllLines);

    /// <summary>Waits until something holds; a town gets there by itself.</summary>
    public static void Until(Func<bool> holds, string what, int seconds = 60)
    {
        for (var end = Environment.TickCount64 + seconds * 1000; !holds(); Thread.Sleep(100))
            Assert.True(Environment.TickCount64 < end, $"it never came to be that {what}");
    }

    public string HubGit(string rig, params string[] arguments) => Sandbox.Run(Hub(Root, rig), "git", arguments).Succeeded().Output.TrimEnd();

    /// <summary>Our processes and agents of this scene.</summary>
    public IReadOnlyList<(int Id, string Command)> Processes()
    {
        var found = new List<(int, string)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                var command = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ').Trim();
                if (File.ReadAllText(Path.Combine(folder, "environ")).Contains("EVIDENCE=" + Evidence, StringComparison.Ordinal))
                    found.Add((int.Parse(Path.GetFileName(folder)), command));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It has ended.
            }
        }

        return found;
    }

    public void Dispose()
    {
        // Everything that still runs was started by this scene.
        for (var round = 0; round < 50 && Processes() is { Count: > 0 } left; round++)
        {
            foreach (var (id, _) in left)
                Kill(id);
            Thread.Sleep(50);
        }

        Sandbox.Dispose();
    }

    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
