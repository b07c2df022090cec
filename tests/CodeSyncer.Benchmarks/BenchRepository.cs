using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>A repository of many C# files, the first of them with a decision each, and copies of it.</summary>
internal sealed class BenchRepository(string path, string home)
{
    private static readonly string[] Words = ["order", "cart", "price", "store", "cache", "user", "total", "load", "build", "run"];

    private int _edits;

    public string Path { get; } = path;

    public string Home { get; } = home;

    public static BenchRepository Make(GitSandbox sandbox, BenchmarkPlan plan, int fileSize = 2000)
    {
        var repository = new BenchRepository(sandbox.At("bare"), sandbox.Home);
        var random = new Random(1);
        Directory.CreateDirectory(repository.Path);
        for (var i = 0; i < plan.Files; i++)
        {
            var lines = new List<string>();
            if (i < plan.Tags)
                lines.Add($"// @codesyncer-decision [2026-{1 + (i % 12):00}-{1 + (i % 28):00}] Chose {Words[i % 10]} over {Words[i / 10 % 10]} in file {i}");
            for (var size = 0; size < fileSize; size += lines[^1].Length + 1)
                lines.Add($"    var {Words[random.Next(10)]} = {Words[random.Next(10)]}.{Words[random.Next(10)]}({random.Next()});");
            var file = repository.File(i);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            System.IO.File.WriteAllLines(file, lines);
        }

        repository.Git("init", "-q", "-b", "main");
        repository.Git("config", "user.name", "kim");
        repository.Git("config", "user.email", "kim@example.com");
        repository.Git("config", "gc.auto", "0");
        repository.Git("add", "-A");
        repository.Git("commit", "-qm", "first");
        return repository;
    }

    public BenchRepository Copy(string name)
    {
        var target = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name);
        Bench.Time(Home, Home, "cp", "-a", Path, target);
        var copy = new BenchRepository(target, Home);
        copy.Git("status");
        return copy;
    }

    public BenchRepository Onboarded(string name)
    {
        var copy = Copy(name);
        Bench.Time(copy.Path, Home, PublishedExecutable.Path, "init", "--private");
        return copy;
    }

    public string File(int i) => System.IO.Path.Combine(Path, "src", $"area{i % 20}", $"part{i / 20 % 50}", $"File{i}.cs");

    public double Git(params string[] arguments) => Bench.Time(Path, Home, "git", arguments);

    /// <summary>Adds a line to a file and stages it; a new tag, or only code.</summary>
    public void Edit(bool withTag)
    {
        System.IO.File.AppendAllText(File(withTag ? 0 : 1), withTag ? $"// @codesyncer-decision Edit {_edits++}\n" : $"// edit {_edits++}\n");
        Git("add", "-A", "src");
    }
}
