using System.Diagnostics;

namespace CodeSyncer.Benchmarks;

/// <summary>Runs whole processes and compares variants, which take turns so that the machine's moods hit all alike.</summary>
internal static class Bench
{
    /// <summary>Runs a program to its end and throws its output away.</summary>
    /// <returns>Milliseconds.</returns>
    public static double Time(string directory, string home, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) || name.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = home;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        var elapsed = clock.Elapsed.TotalMilliseconds;
        return process.ExitCode is 0 or 1
            ? elapsed
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }

    /// <summary>Prints the median of each variant, and what it adds to the first one.</summary>
    public static void Compare(int runs, params (string Name, Func<double> Run)[] variants)
    {
        var times = variants.ToDictionary(variant => variant.Name, _ => new List<double>());
        for (var run = -1; run < runs; run++)
        {
            // In another order each time: what one writes, the machine puts away while the next one runs.
            var order = variants.ToArray();
            new Random(run).Shuffle(order);
            foreach (var (name, once) in order)
            {
                var time = once();
                if (run >= 0)
                    times[name].Add(time);
            }
        }

        var first = Median(times[variants[0].Name]);
        foreach (var (name, _) in variants)
        {
            var list = times[name];
            Console.WriteLine($"{name,-28} {Median(list),8:f1}  (min {list.Min():f1}, max {list.Max():f1})  {Median(list) - first,+8:f1}");
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
