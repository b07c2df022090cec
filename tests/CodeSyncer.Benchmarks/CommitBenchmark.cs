using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>What hooks add to the commit of one file: none, a no-op sh hook, ours, husky and lefthook where npm has them.</summary>
internal static class CommitBenchmark
{
    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var bare = BenchRepository.Make(sandbox, plan);
        var ours = bare.Onboarded("ours");
        var plain = bare.Copy("plain");
        var noop = bare.Copy("noop");
        Peers.AddHook(noop, "pre-commit", "#!/bin/sh\n:\n");
        var peers = new List<(string, Func<double>)>
        {
            ("bare git", () => Commit(plain, withTag: true)),
            ("no-op sh hook", () => Commit(noop, withTag: true)),
            ("ours, a tag changed", () => Commit(ours, withTag: true)),
            ("ours, only code changed", () => Commit(ours, withTag: false)),
        };
        if (Peers.TryHusky(bare) is { } husky)
            peers.Add(("husky, no-op", () => Commit(husky, withTag: true)));
        if (Peers.TryLefthook(bare) is { } lefthook)
            peers.Add(("lefthook, no-op", () => Commit(lefthook, withTag: true)));
        Bench.Compare(plan.Runs, [.. peers]);
    }

    private static double Commit(BenchRepository repository, bool withTag)
    {
        repository.Edit(withTag);
        return repository.Git("commit", "-qm", "edit");
    }
}
