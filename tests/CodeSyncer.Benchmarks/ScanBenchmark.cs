using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>Finding all tags of a work tree, of files of 20 KB: without any cache, with it, and what plain text search takes.</summary>
internal static class ScanBenchmark
{
    private const int FileSize = 20_000;

    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var repository = BenchRepository.Make(sandbox, plan, FileSize);
        var cache = Path.Combine(repository.Path, ".git", "codesyncer", "cache");
        double Tags() => Bench.Time(repository.Path, repository.Home, PublishedExecutable.Path, "tags", "--json");
        Bench.Compare(Math.Max(5, plan.Runs / 2),
            ("ripgrep", () => Bench.Time(repository.Path, repository.Home, "rg", "-i", "@codesyncer-")),
            ("git grep", () => repository.Git("grep", "-i", "@codesyncer-")),
            ("ours, cold", () =>
            {
                if (Directory.Exists(cache))
                    Directory.Delete(cache, recursive: true);
                return Tags();
            }
        ),
            ("ours, second time", Tags));
    }
}
