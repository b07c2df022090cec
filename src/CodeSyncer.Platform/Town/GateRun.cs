using System.Diagnostics;
using System.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Runs the gates of a rig on commits: commands of the town's or the user's configuration, never of the repository's own
/// files. One that fails is run again before it counts.
/// </summary>
internal sealed class GateRun(TownWorkspace town, RigSettings rig, string tree, CancellationToken stop)
{
    private const int LongestLog = 200_000;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _logs = new(StringComparer.Ordinal);

    /// <summary>What the gates said of a commit when they failed.</summary>
    public string Log(string commit) => _logs.GetValueOrDefault(commit, "");

    public bool Pass(string commit)
    {
        if (_known.TryGetValue(commit, out var known))
            return known;
        var passes = true;
        foreach (var gate in town.Settings.GatesOf(rig))
        {
            for (var round = 0; round <= town.Settings.GateRetries; round++)
            {
                passes = Run(commit, gate);
                if (passes)
                    break;
            }

            if (!passes)
                break;
        }

        return _known[commit] = passes;
    }

    private bool Run(string commit, string gate)
    {
        stop.ThrowIfCancellationRequested();
        var git = new GitCommand(tree);
        git.Text("checkout", "--quiet", "--force", "--detach", commit);
        git.Text("clean", "--quiet", "-ffd");
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe", $"/d /s /c \"{gate}\"")
            : new ProcessStartInfo("/bin/sh", ["-c", gate]);
        start.WorkingDirectory = tree;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) && name is not ("GIT_CONFIG_GLOBAL" or "GIT_CONFIG_SYSTEM")).ToList())
            start.Environment.Remove(name);
        start.Environment["CODESYNCER_RIG"] = rig.Name;
        start.Environment["CODESYNCER_TARGET"] = rig.Target;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var log = new StringBuilder($"$ {gate}\n");
        void Add(object sender, DataReceivedEventArgs line)
        {
            lock (log)
            {
                if (log.Length < LongestLog && line.Data is { } text)
                    log.Append(text).Append('\n');
            }
        }

        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var isLate = !WaitFor(process);
        if (!isLate)
            process.WaitForExit();
        lock (log)
        {
            _logs[commit] = log.Append(isLate ? $"ended after {town.Settings.GateTimeout}\n" : $"exit code {process.ExitCode}\n").ToString();
        }

        return !isLate && process.ExitCode == 0;
    }

    private bool WaitFor(Process process)
    {
        var end = Stopwatch.StartNew();
        while (!process.WaitForExit(200))
        {
            if (end.Elapsed > town.Settings.GateTimeout || stop.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                stop.ThrowIfCancellationRequested();
                return false;
            }
        }

        return true;
    }
}
