using System.Diagnostics;
using System.Globalization;
using System.Text;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>Verbs on ledgers of several sizes as whole processes, thirty writers at once, and how large a ledger becomes.</summary>
internal static class LedgerBenchmark
{
    private const int Writers = 30;
    private const int WritesEach = 20;
    private const int Growth = 10_000;

    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        foreach (var beads in (int[])[1_000, 10_000, 100_000])
        {
            var ledger = Make(sandbox, beads);
            Console.WriteLine($"{beads} beads");
            double Verb(params string[] arguments) => Bench.Time(ledger, sandbox.Home, PublishedExecutable.Path, [.. arguments, "--agent", "kim"]);
            var made = 0;
            Bench.Compare(plan.Runs,
                ("codesyncer --version", () => Bench.Time(ledger, sandbox.Home, PublishedExecutable.Path, "--version")),
                ("bead ready", () => Verb("bead", "ready")),
                ("bead ready --limit 0", () => Verb("bead", "ready", "--limit", "0")),
                ("bead list", () => Verb("bead", "list")),
                ("bead create", () => Verb("bead", "create", $"New {made++}")),
                ("bead ready after a change", () => Verb("bead", "ready")),
                ("convoy show", () => Verb("convoy", "show", "bench")));
            if (beads == 10_000)
                Console.WriteLine($"{"30 processes, a write each",-28} {Rate(ledger, sandbox.Home),8:f0} writes a second, all acknowledged");
        }

        Grow(sandbox);
    }

    private static string Make(GitSandbox sandbox, int beads)
    {
        var path = sandbox.At($"ledger{beads}");
        sandbox.Run(sandbox.Root, "git", ["init", "-q", path]).Succeeded();
        var text = new StringBuilder();
        for (var i = 0; i < beads; i++)
        {
            var edges = i % 3 == 0 && i > 10 ? string.Create(CultureInfo.InvariantCulture, $",\"dependencies\":[{{\"issue_id\":\"b-{i}\",\"depends_on_id\":\"b-{i - 7}\",\"type\":\"blocks\"}}]") : "";
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"b-{i}\",\"title\":\"Bead number {i} of the bench\",\"description\":\"{new string('x', 200)}\",\"status\":\"{(i % 5 == 0 ? "closed" : "open")}\",\"priority\":{i % 5},\"issue_type\":\"task\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-01T00:00:00Z\"{(i % 5 == 0 ? ",\"closed_at\":\"2026-01-02T00:00:00Z\"" : "")}{edges}}}\n");
        }

        File.WriteAllText(Path.Combine(path, "beads.jsonl"), text.ToString());
        var clock = Stopwatch.StartNew();
        sandbox.Run(path, PublishedExecutable.Path, ["bead", "import", "beads.jsonl", "--agent", "kim"]).Succeeded();
        var imported = clock.ElapsedMilliseconds;
        sandbox.Run(path, PublishedExecutable.Path, ["convoy", "create", "bench", .. Enumerable.Range(1, 20).Select(i => $"b-{i}"), "--agent", "kim"]).Succeeded();
        Console.WriteLine($"import {imported} ms, with the index made anew {clock.ElapsedMilliseconds} ms");
        return path;
    }

    private static double Rate(string ledger, string home)
    {
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            for (var i = 0; i < WritesEach; i++)
                Bench.Time(ledger, home, PublishedExecutable.Path, "bead", "create", $"By {writer} {i}", "--agent", $"agent-{writer}");
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return Writers * WritesEach / clock.Elapsed.TotalSeconds;
    }

    private static void Grow(GitSandbox sandbox)
    {
        var path = sandbox.At("growth");
        sandbox.Run(sandbox.Root, "git", ["init", "-q", path]).Succeeded();
        for (var i = 0; i < Growth; i++)
            Bench.Time(path, sandbox.Home, PublishedExecutable.Path, i % 2 == 0 ? ["bead", "create", $"Bead {i}", "--id", $"b-{i}", "--agent", "kim"] : ["bead", "update", $"b-{i - 1}", "--notes", $"Note {i}", "--agent", "kim"]);
        Console.WriteLine($"after {Growth} changes: {sandbox.Run(path, PublishedExecutable.Path, ["ledger", "optimize", "--agent", "kim"]).Succeeded().Output.Trim()}");
    }
}
