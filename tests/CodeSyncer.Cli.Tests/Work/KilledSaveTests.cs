using System.Diagnostics;
using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Work;

/// <summary>A process that saves may die at any moment.</summary>
public sealed class KilledSaveTests : IDisposable
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("CODESYNCER_KILLS"), out var number) ? number : 80;

    private readonly GitSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [UnixFact]
    public void The_last_completed_save_is_always_there_and_the_repository_is_never_damaged()
    {
        var repository = _sandbox.Init();
        repository.Git("config", "user.name", "kim");
        WorkTreeScene.Fill(repository);
        var index = File.ReadAllBytes(repository.At(".git/index"));
        var random = new Random(7);
        var (completed, content) = ("", "");
        for (var i = 0; i < Kills; i++)
        {
            var text = $"version {i}\n";
            repository.Write("a.txt", text);
            repository.Write($"new/{i % 7}.txt", text);
            using var process = Start(repository);
            if (!process.WaitForExit(random.Next(0, 90)))
                process.Kill();
            process.WaitForExit();
            if (process.ExitCode == 0)
                (completed, content) = (JsonNode.Parse(process.StandardOutput.ReadToEnd())!["id"]!.GetValue<string>(), text);
            Assert.Equal(index, File.ReadAllBytes(repository.At(".git/index")));
            if (completed.Length > 0 && i % 10 == 0)
                Assert.Contains(completed, Run(repository, "work", "list", "--json").Output, StringComparison.Ordinal);
        }

        Assert.NotEqual("", completed);
        Assert.Equal("", repository.Git("fsck"));
        Run(repository, "work", "restore", "--at", completed, "--to", _sandbox.At("back")).Succeeded();
        Assert.Equal(content, File.ReadAllText(_sandbox.At("back", "a.txt")));
        // Nothing that a dead process left is in the way of the next one.
        Run(repository, "work", "save").Succeeded();
        Assert.Empty(Directory.EnumerateFiles(repository.At(".git"), "*.lock"));
    }

    [UnixFact]
    public void A_restore_that_was_killed_can_be_run_again()
    {
        var repository = _sandbox.Init();
        repository.Git("config", "user.name", "kim");
        WorkTreeScene.Fill(repository);
        for (var i = 0; i < 300; i++)
            repository.Write($"many/{i}.txt", $"{i}\n");
        repository.Git("add", "many/1.txt", "many/2.txt");
        repository.Write("a.txt", "edited\n");
        Run(repository, "work", "save").Succeeded();
        var before = WorkTreeScene.Likeness(repository);
        for (var wait = 10; wait < 250; wait += 15)
        {
            WorkTreeScene.Destroy(repository);
            using (var process = Start(repository, "restore"))
            {
                if (!process.WaitForExit(wait))
                    process.Kill();
                process.WaitForExit();
            }

            File.Delete(repository.At(".git/index.lock"));
            Run(repository, "work", "restore").Succeeded();
            Assert.Equal(before, WorkTreeScene.Likeness(repository));
        }
    }

    [UnixFact]
    public async Task Several_agents_and_work_trees_save_at_once_and_never_mix()
    {
        var repository = _sandbox.Init();
        repository.Git("config", "user.name", "kim");
        WorkTreeScene.Fill(repository);
        var trees = Enumerable.Range(0, 4).Select(i => repository.AddWorkTree($"tree{i}")).ToList();
        await Task.WhenAll(trees.Select((tree, i) => Task.Run(() =>
        {
            for (var round = 0; round < 6; round++)
            {
                File.WriteAllText(tree.At("a.txt"), $"tree {i}, round {round}\n");
                Run(tree, "work", "save", "--agent", $"agent-{i}").Succeeded();
            }
        })));
        for (var i = 0; i < trees.Count; i++)
        {
            var saves = JsonNode.Parse(Run(trees[i], "work", "list", "--agent", $"agent-{i}", "--json").Succeeded().Output)!.AsArray();
            Assert.Equal(6, saves.Count);
            Assert.All(saves, save => Assert.Equal(trees[i].Path, save!["work_tree"]!.GetValue<string>()));
            trees[i].Git("reset", "-q", "--hard");
            Run(trees[i], "work", "restore", "--agent", $"agent-{i}").Succeeded();
            Assert.Equal($"tree {i}, round 5\n", trees[i].Read("a.txt"));
        }
    }

    private static Process Start(SandboxRepository repository, string verb = "save")
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path, ["work", verb, "--json"]) { WorkingDirectory = repository.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in repository.Sandbox.EnvironmentOf(repository.Path))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static ProcessAnswer Run(SandboxRepository repository, params string[] arguments) =>
        repository.Sandbox.Run(repository.Path, PublishedExecutable.Path, arguments);
}
