using System.Diagnostics;

namespace CodeSyncer.Testing.Agents;

/// <summary>
/// The agents as npm has them, in the versions that our tests were written for, installed once a machine outside of the
/// repository.
/// </summary>
public static class AgentClients
{
    private const string Claude = "@anthropic-ai/claude-code@2.1.197";
    private const string Codex = "@openai/codex@0.169.0";

    private static readonly Lazy<(string? Folder, string? Problem)> Installed = new(Install);

    /// <summary>Why there are none; null: they are there.</summary>
    public static string? Problem => Installed.Value.Problem;

    /// <summary>Absolute path of a client.</summary>
    public static string Program(string name) => Path.Combine(Installed.Value.Folder!, "node_modules", ".bin", name);

    /// <summary>Folder of the clients, for PATH.</summary>
    public static string Folder => Path.Combine(Installed.Value.Folder!, "node_modules", ".bin");

    private static (string?, string?) Install()
    {
        if (OperatingSystem.IsWindows())
            return (null, "the agents are tried live on Linux and macOS");
        if (Tools.Find("npm") is not { } npm || Tools.Find("node") is null)
            return (null, "'npm' is not on this machine, so the agents cannot be installed");
        var folder = Environment.GetEnvironmentVariable("CODESYNCER_TEST_CLIENTS") is { Length: > 0 } given ? given
            : Path.Combine(Path.GetTempPath(), $"codesyncer-clients-{Environment.UserName}");
        Directory.CreateDirectory(folder);
        using var alone = Lock(Path.Combine(folder, "lock"));
        var stamp = Path.Combine(folder, "installed");
        var wanted = $"{Claude} {Codex}";
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
            return (folder, null);
        File.WriteAllText(Path.Combine(folder, "package.json"), "{}");
        var start = new ProcessStartInfo(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error", Claude, Codex])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            return (null, "npm could not install the agents: " + error.Result.Split('\n')[0]);
        File.WriteAllText(stamp, wanted);
        return (folder, null);
    }

    private static FileStream Lock(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(200);
            }
        }
    }
}
