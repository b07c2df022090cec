using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>What our hook adds to a switch between two branches that differ in 100 files.</summary>
internal static class SwitchBenchmark
{
    private const int ChangedFiles = 100;

    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var bare = BenchRepository.Make(sandbox, plan);
        bare.Git("switch", "-qc", "other");
        for (var i = 0; i < ChangedFiles; i++)
            File.AppendAllText(bare.File(i * (plan.Files / ChangedFiles)), $"// @codesyncer-decision On the other branch {i}\n");
        bare.Git("commit", "-qam", "other");
        bare.Git("switch", "-q", "main");
        bare.Git("repack", "-adq");
        // All variants are copies: in the original git must look again into files that are as young as its index.
        var plain = bare.Copy("plain");
        var noop = bare.Copy("noop");
        Peers.AddHook(noop, "post-checkout", "#!/bin/sh\n:\n");
        var ours = bare.Onboarded("ours");
        Bench.Compare(plan.Runs, ("bare git", Switch(plain)), ("no-op sh hook", Switch(noop)), ("ours", Switch(ours)));
    }

    private static Func<double> Switch(BenchRepository repository)
    {
        var there = false;
        return () => repository.Git("switch", "-q", (there = !there) ? "other" : "main");
    }
}
