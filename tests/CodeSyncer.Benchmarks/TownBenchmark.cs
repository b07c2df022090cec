using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>
/// A town with 10,000 beads and 30 agents at work: from sling to agent started, looking and mending, how fast work lands
/// past a gate that does nothing, and what a supervisor costs while nothing happens. Agents are shell scripts.
/// </summary>
internal static class TownBenchmark
{
    private const int Beads = 10_000;
    private const int Agents = 30;
    private const int Landings = 60;
    private const int IdleSeconds = 60;

    /// <summary>Linux counts processor time in hundredths of a second.</summary>
    private const double TicksPerSecond = 100;

    private const string Script = """
        #!/bin/sh
        date +%s%N > "$STARTED.$1"
        while [ ! -e "$STARTED.go" ]; do sleep 1; done
        mkdir -p work
        echo "$1" > "work/$1.txt"
        exec codesyncer done
        """;

    public static void Run(BenchmarkPlan plan)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine("the agents of this benchmark are shell scripts, and processor times are read from /proc: Linux only");
            return;
        }

        using var sandbox = new GitSandbox();
        var root = Make(sandbox);
        double Own(params string[] arguments) => Bench.Time(root, sandbox.Home, PublishedExecutable.Path, arguments);
        var started = sandbox.At("started");
        var times = new List<double>();
        for (var i = 0; i < Agents; i++)
        {
            var begin = DateTime.UtcNow;
            Own("sling", $"b-{i}", "api");
            var note = $"{started}.b-{i}";
            while (!File.Exists(note) || File.ReadAllText(note).Length < 10)
                Thread.Sleep(1);
            times.Add(long.Parse(File.ReadAllText(note), CultureInfo.InvariantCulture) / 1e6 - (begin - DateTime.UnixEpoch).TotalMilliseconds);
        }

        Console.WriteLine($"{"sling to agent started",-28} {times.Order().ElementAt(Agents / 2),8:f1}  (min {times.Min():f1}, max {times.Max():f1})");
        Bench.Compare(plan.Runs,
            ("codesyncer --version", () => Own("--version")),
            ("town status, 30 at work", () => Own("town", "status")),
            ("town recover, all well", () => Own("town", "recover")),
            ("polecat list", () => Own("polecat", "list")),
            ("bead ready", () => Own("bead", "ready")));
        Console.WriteLine($"{"supervisor, nothing happens",-28} {Idle(root, sandbox.Home),8:f1} ms of processor time in {IdleSeconds} s");
        Land(sandbox, root, started);
    }

    private static string Make(GitSandbox sandbox)
    {
        sandbox.Environment["PATH"] = $"{Path.GetDirectoryName(PublishedExecutable.Path)}:{Environment.GetEnvironmentVariable("PATH")}";
        File.WriteAllText(Path.Combine(sandbox.Home, ".gitconfig"), "[user]\n\tname = kim\n\temail = kim@example.org\n");
        var yours = sandbox.Init("api");
        yours.Write("README.md", "api\n");
        yours.Commit("begin");
        var root = sandbox.At("town");
        sandbox.Run(sandbox.Root, PublishedExecutable.Path, ["town", "new", root]).Succeeded();
        var script = sandbox.At("agent.sh");
        File.WriteAllText(script, Script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        File.AppendAllText(Path.Combine(root, ".codesyncer", "town.yml"), $"""
            agent: scripted
            agents:
              scripted:
                command: {script}
                headless: ["{"{bead}"}"]
                environment:
                  STARTED: {sandbox.At("started")}
            gates:
              - "true"
            polecats:
              per_town: {Agents}
              per_rig: {Agents}
              stalled_after: 4h
            """);
        var text = new StringBuilder();
        for (var i = 0; i < Beads; i++)
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"b-{i}\",\"title\":\"Bead {i}\",\"status\":\"open\",\"priority\":2,\"issue_type\":\"task\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-01T00:00:00Z\"}}\n");
        File.WriteAllText(sandbox.At("beads.jsonl"), text.ToString());
        sandbox.Run(root, PublishedExecutable.Path, ["bead", "import", sandbox.At("beads.jsonl")]).Succeeded();
        sandbox.Run(root, PublishedExecutable.Path, ["rig", "add", "api", yours.Path]).Succeeded();
        return root;
    }

    /// <summary>Processor time of the supervisor, its start left out.</summary>
    private static double Idle(string root, string home)
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path, ["town", "watch"]) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["HOME"] = home;
        using var process = Process.Start(start)!;
        Thread.Sleep(3000);
        var before = Ticks(process.Id);
        Thread.Sleep(IdleSeconds * 1000);
        var spent = Ticks(process.Id) - before;
        process.Kill();
        process.WaitForExit();
        return spent * 1000 / TicksPerSecond;
    }

    /// <summary>User and system time, children waited for included: fields 14 to 17 of proc(5).</summary>
    private static double Ticks(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
        return fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
    }

    private static void Land(GitSandbox sandbox, string root, string started)
    {
        int Closed() => JsonNode.Parse(sandbox.Run(root, PublishedExecutable.Path, ["bead", "list", "--status", "closed", "--json"]).Succeeded().Output)!.AsArray().Count;
        sandbox.Run(root, PublishedExecutable.Path, ["sling", .. Enumerable.Range(Agents, Landings - Agents).Select(i => $"b-{i}"), "--to", "api"]).Succeeded();
        var clock = Stopwatch.StartNew();
        File.WriteAllText(started + ".go", "");
        while (Closed() < Landings && clock.Elapsed < TimeSpan.FromMinutes(5))
            Thread.Sleep(200);
        Console.WriteLine($"{Closed()} beads of 30 agents handed in, merged, judged and landed: {clock.Elapsed.TotalSeconds:f1} s, {Closed() / clock.Elapsed.TotalMinutes:f0} a minute, half of them started meanwhile");
    }
}
