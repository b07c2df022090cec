using System.Diagnostics;
using System.Globalization;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>
/// Five repositories of 2,000 files each as one town: every tenth file declares routes or calls them, every twentieth calls what nobody offers, every tenth holds a decision. Reading all of
/// it cold and warm, against ripgrep for the tags' prefix alone; the questions as whole processes; how long a watch takes.
/// </summary>
internal static class RigsBenchmark
{
    private const int Rigs = 5;
    private const int FilesOfRig = 2_000;
    private const int FileSize = 4_000;
    private const int Saves = 20;
    private const int IdleSeconds = 30;

    /// <summary>Linux counts processor time in hundredths of a second.</summary>
    private const double TicksPerSecond = 100;

    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var town = sandbox.At("town");
        for (var rig = 0; rig < Rigs; rig++)
            Make(sandbox, Path.Combine(town, $"rig{rig}"), rig);
        sandbox.Run(sandbox.Root, "git", ["config", "--global", "user.name", "kim"]);
        double Ours(params string[] arguments) => Bench.Time(town, sandbox.Home, PublishedExecutable.Path, arguments);
        Ours("init");
        var caches = Enumerable.Range(0, Rigs).Select(rig => Path.Combine(town, $"rig{rig}", ".git", "codesyncer", "cache")).Append(Path.Combine(town, ".codesyncer", "cache")).ToList();
        double Cold(params string[] arguments)
        {
            foreach (var cache in caches.Where(Directory.Exists))
                Directory.Delete(cache, recursive: true);
            return Ours(arguments);
        }

        // Another variant may have emptied the caches just before.
        double Warm(params string[] arguments)
        {
            Ours(arguments);
            return Ours(arguments);
        }

        Bench.Compare(Math.Max(5, plan.Runs / 2),
            ("ripgrep, the prefix alone", () => Bench.Time(town, sandbox.Home, "rg", "-i", "@codesyncer-")),
            ("tags, cold", () => Cold("tags", "--json")),
            ("tags, warm", () => Warm("tags", "--json")),
            ("endpoints, cold", () => Cold("endpoints", "--json")),
            ("endpoints, warm", () => Warm("endpoints", "--json")),
            ("endpoints --unmatched (500)", () => Warm("endpoints", "--unmatched", "--json")),
            ("lint", () => Warm("lint", "--format", "json")),
            ("prime in a rig", () => Warm("-C", "rig0", "prime")),
            ("find, cold", () => Cold("find", "order", "price", "--json")),
            ("find, warm", () => Warm("find", "order", "price", "--json")),
            ("why a line", () => Warm("why", "rig0/src/area0/File0.cs:5", "--json")),
            ("history, cold", () => Cold("decisions", "--history", "--json")),
            ("history, warm", () => Warm("decisions", "--history", "--json")));
        Watch(town, sandbox);
    }

    private static void Make(GitSandbox sandbox, string root, int rig)
    {
        var random = new Random(rig);
        string[] words = ["order", "cart", "price", "store", "cache", "user", "total", "load", "build", "run"];
        for (var i = 0; i < FilesOfRig; i++)
        {
            var lines = new List<string>();
            if (i % 10 == 0)
                lines.Add($"// @codesyncer-decision [2026-{1 + (i % 12):00}-{1 + (i % 28):00}] Chose {words[i / 10 % 10]} over {words[i / 100 % 10]} in file {i} of rig {rig}");
            lines.Add($"static class File{i} {{");
            if (i % 20 == 5)
                lines.Add($"    static void Map{i}(IEndpointRouteBuilder app) {{ app.MapGet(\"/api/rig{rig}/{words[i % 10]}/{i}/{{id}}\", () => 1); app.MapPost(\"/api/rig{rig}/{words[i % 10]}/{i}\", () => 1); }}");
            if (i % 20 == 15)
                lines.Add($"    static Task Call{i}(HttpClient http, int id) => http.GetFromJsonAsync<Order>($\"/api/rig{(rig + 1) % Rigs}/{words[(i - 10) % 10]}/{i - 10}/{{id}}\");");
            if (i % 20 == 11)
                lines.Add($"    static Task Vain{i}(HttpClient http, int id) => http.GetFromJsonAsync<Order>($\"/api/v9/rig{(rig + 1) % Rigs}/{words[(i - 6) % 10]}/{i - 6}/{{id}}\");");
            for (var size = 0; size < FileSize; size += lines[^1].Length + 1)
                lines.Add($"    static int {words[random.Next(10)]}{size} = {words[random.Next(10)]}.{words[random.Next(10)]}({random.Next()});");
            lines.Add("}");
            var file = Path.Combine(root, "src", $"area{i % 20}", $"File{i}.cs");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllLines(file, lines);
        }

        foreach (var arguments in (string[][])[["init", "-q", "-b", "main"], ["config", "user.name", "kim"], ["config", "user.email", "kim@example.com"], ["add", "-A"], ["commit", "-qm", "first"]])
            Bench.Time(root, sandbox.Home, "git", arguments);
        // What git wrote in the same moment as the index it does not trust, and neither do we.
        Thread.Sleep(20);
        Bench.Time(root, sandbox.Home, "git", "status");
    }

    /// <summary>From a save to the rig's document and to the town's, and what watching costs while nothing happens.</summary>
    private static void Watch(string town, GitSandbox sandbox)
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path, ["watch"]) { WorkingDirectory = town, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = sandbox.Home;
        using var watch = Process.Start(start)!;
        watch.OutputDataReceived += (_, _) => { };
        watch.BeginOutputReadLine();
        try
        {
            Thread.Sleep(4000);
            var (documents, endpoints) = (new List<double>(), new List<double>());
            for (var i = 0; i < Saves; i++)
            {
                var rig = Path.Combine(town, $"rig{i % Rigs}");
                var clock = Stopwatch.StartNew();
                File.WriteAllText(Path.Combine(rig, "src", "Saved.cs"), $"// @codesyncer-decision Save number {i}\nstatic class S {{ static void M(WebApplication app) {{ app.MapGet(\"/saved/number{i}\", () => 1); }} }}\n");
                Until(Path.Combine(rig, ".codesyncer", "DECISIONS.md"), $"Save number {i}");
                documents.Add(clock.Elapsed.TotalMilliseconds);
                Until(Path.Combine(town, ".codesyncer", "ENDPOINTS.md"), $"/saved/number{i}`");
                endpoints.Add(clock.Elapsed.TotalMilliseconds);
                Thread.Sleep(700);
            }

            Console.WriteLine($"watch: save to DECISIONS.md   {Median(documents):f0} ms (max {documents.Max():f0}); to the town's ENDPOINTS.md {Median(endpoints):f0} ms (max {endpoints.Max():f0})");
            if (!OperatingSystem.IsLinux())
                return;
            Thread.Sleep(2000);
            var before = ProcessorTime(watch.Id);
            Thread.Sleep(TimeSpan.FromSeconds(IdleSeconds));
            Console.WriteLine($"watch: idle for {IdleSeconds} s          {ProcessorTime(watch.Id) - before:f0} ms of processor time");
        }
        finally
        {
            watch.Kill();
        }
    }

    private static void Until(string file, string text)
    {
        for (var end = Environment.TickCount64 + 10_000; Environment.TickCount64 < end; Thread.Sleep(5))
        {
            try
            {
                if (File.ReadAllText(file).Contains(text, StringComparison.Ordinal))
                    return;
            }
            catch (IOException)
            {
                // It is being replaced.
            }
        }

        throw new InvalidOperationException($"'{file}' never said '{text}'");
    }

    /// <summary>Milliseconds. Source of the fields: proc_pid_stat(5), utime and stime.</summary>
    private static double ProcessorTime(int id)
    {
        var text = File.ReadAllText($"/proc/{id}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond * 1000;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
