using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>Saving, priming and the events of agents as whole processes, on a repository with a ledger; memory; and how large saved work becomes.</summary>
internal static class WorkBenchmark
{
    private const int Beads = 10_000;
    private const int Saves = 1_000;
    private const int ChangedFiles = 7;

    public static void Run(BenchmarkPlan plan)
    {
        using var sandbox = new GitSandbox();
        var repository = BenchRepository.Make(sandbox, plan);
        repository.Git("config", "user.name", "kim");
        Fill(sandbox, repository);
        sandbox.Run(repository.Path, PublishedExecutable.Path, ["init", "--private", "--no-hooks"]).Succeeded();
        var files = Directory.EnumerateFiles(repository.Path, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(ChangedFiles).ToList();
        var turn = 0;
        double Own(params string[] arguments) => Bench.Time(repository.Path, repository.Home, PublishedExecutable.Path, arguments);
        double Event(string name, string fields) => Report(repository, name, fields);
        void Edit()
        {
            turn++;
            foreach (var file in files)
                File.AppendAllText(file, $"// {turn}\n");
        }

        Own("work", "save");
        Bench.Compare(plan.Runs,
            ("codesyncer --version", () => Own("--version")),
            ("git status", () => Bench.Time(repository.Path, repository.Home, "git", "status", "--porcelain")),
            ("work save, 7 files changed", () =>
            {
                Edit();
                return Own("work", "save");
            }
        ),
            ("work save, nothing changed", () => Own("work", "save")),
            ("prime", () => Own("prime")),
            ("SessionStart", () => Event("SessionStart", "\"source\":\"startup\"")),
            ("UserPromptSubmit", () => Event("UserPromptSubmit", "\"prompt\":\"make the heading blue\"")),
            ("UserPromptSubmit, critical", () => Event("UserPromptSubmit", "\"prompt\":\"change the payments\"")),
            ("PreToolUse, edit", () => Event("PreToolUse", $"\"tool_name\":\"Edit\",\"tool_input\":{{\"file_path\":{JsonValue.Create(files[0]).ToJsonString()}}}")),
            ("PreToolUse, harmless command", () => Event("PreToolUse", "\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"ls -la\"}")),
            ("PreToolUse, git reset --hard", () =>
            {
                Edit();
                return Event("PreToolUse", "\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"git reset --hard\"}");
            }
        ),
            ("Stop, nothing changed", () => Event("Stop", "\"stop_hook_active\":false")));
        foreach (var (name, fields) in new[] { ("SessionStart", "\"source\":\"startup\""), ("UserPromptSubmit", "\"prompt\":\"change the payments\""), ("Stop", "\"stop_hook_active\":false") })
            Console.WriteLine($"{"memory at " + name,-28} {PeakOf(repository, name, fields) / 1024.0 / 1024.0,8:f1} MB");
        Grow(repository, files, Edit);
    }

    private static void Fill(GitSandbox sandbox, BenchRepository repository)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Beads; i++)
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"b-{i}\",\"title\":\"Bead {i}\",\"status\":\"open\",\"priority\":2,\"issue_type\":\"task\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-01T00:00:00Z\"}}\n");
        var file = sandbox.At("beads.jsonl");
        File.WriteAllText(file, text.ToString());
        sandbox.Run(repository.Path, PublishedExecutable.Path, ["bead", "import", file]).Succeeded();
        sandbox.Run(repository.Path, PublishedExecutable.Path, ["bead", "claim", "b-1"]).Succeeded();
    }

    private static void Grow(BenchRepository repository, List<string> files, Action edit)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Saves; i++)
        {
            edit();
            if (i % 10 == 0)
                File.AppendAllText(files[0] + ".new.txt", new string('n', 200));
            Bench.Time(repository.Path, repository.Home, PublishedExecutable.Path, "work", "save");
        }

        Console.WriteLine($"{Saves} saves of {ChangedFiles} changed files: {clock.Elapsed.TotalSeconds:f0} s, {Size(repository):f1} MB");
        // Whatever is cleared lets go what is no longer kept, and packs the rest.
        Bench.Time(repository.Path, repository.Home, PublishedExecutable.Path, "work", "save", "--agent", "other");
        clock.Restart();
        Bench.Time(repository.Path, repository.Home, PublishedExecutable.Path, "work", "clear", "--agent", "other");
        Console.WriteLine($"after upkeep (the newest 200 stay): {clock.ElapsedMilliseconds} ms, {Size(repository):f1} MB");
    }

    private static double Size(BenchRepository repository) =>
        new DirectoryInfo(Path.Combine(repository.Path, ".git", "codesyncer", "work.git")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => (file.Length + 4095) / 4096 * 4096) / 1024.0 / 1024.0;

    private static double Report(BenchRepository repository, string name, string fields)
    {
        var clock = Stopwatch.StartNew();
        using var process = StartEvent(repository, name, fields);
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static long PeakOf(BenchRepository repository, string name, string fields)
    {
        using var process = StartEvent(repository, name, fields);
        var output = process.StandardOutput.ReadToEndAsync();
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
        return largest;
    }

    private static Process StartEvent(BenchRepository repository, string name, string fields)
    {
        var start = new ProcessStartInfo(PublishedExecutable.Path, ["event", "claude", name])
        {
            WorkingDirectory = repository.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = repository.Home;
        var process = Process.Start(start)!;
        process.StandardInput.Write($"{{\"session_id\":\"bench\",\"cwd\":{JsonValue.Create(repository.Path).ToJsonString()},{fields}}}");
        process.StandardInput.Close();
        return process;
    }
}
