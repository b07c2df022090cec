using System.Diagnostics;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>The largest working set of each of our processes, as the system counts it, asked for while it runs.</summary>
internal static class MemoryBenchmark
{
    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var repository = BenchRepository.Make(sandbox, plan);
        string[][] verbs = [["init", "--private"], ["hook", "pre-commit"], ["hook", "post-commit"], ["hook", "post-checkout", "a", "b", "1"], ["sync"], ["tags", "--json"], ["prime"]];
        foreach (var arguments in verbs)
            Console.WriteLine($"{"codesyncer " + string.Join(' ', arguments),-40} {Largest(repository, arguments) / 1024.0 / 1024.0,6:f1} MB");
    }

    private static long Largest(BenchRepository repository, string[] arguments)
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path) { WorkingDirectory = repository.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["HOME"] = repository.Home;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var largest = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            try
            {
                largest = Math.Max(largest, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }
        }

        output.Wait();
        error.Wait();
        return largest;
    }
}
