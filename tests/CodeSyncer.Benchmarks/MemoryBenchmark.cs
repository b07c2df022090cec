using System.Runtime.InteropServices;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>The largest memory that any of our processes held: git's own and the machine's other programs are not among them.</summary>
internal static partial class MemoryBenchmark
{
    private const int Children = -1;

    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var repository = BenchRepository.Make(sandbox, plan);
        if (OperatingSystem.IsWindows())
        {
            Console.WriteLine("not measured on Windows");
            return;
        }

        // The largest child so far counts, so the small ones come first.
        foreach (var arguments in new[] { ["init", "--private"], ["hook", "post-commit"], ["hook", "pre-commit"], ["hook", "post-checkout", "a", "b", "1"], new[] { "sync" } })
        {
            Bench.Time(repository.Path, repository.Home, PublishedExecutable.Path, arguments);
            Console.WriteLine($"{"codesyncer " + string.Join(' ', arguments),-40} largest process so far {LargestChild() / 1024.0,6:f1} MB");
        }
    }

    private static long LargestChild()
    {
        var usage = new long[18];
        _ = GetResourceUsage(Children, usage);
        // Two time values of two words each, then ru_maxrss: in KB on Linux, in bytes on macOS.
        return OperatingSystem.IsMacOS() ? usage[4] / 1024 : usage[4];
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, long[] usage);
}
