using System.Diagnostics;
using System.Text;

namespace CodeSyncer.Testing;

/// <summary>
/// A fresh directory that deletes itself, with a HOME, a git configuration and an identity of its own. Every command
/// runs one minute after the one before it in the same directory, so that the same commands in two sandboxes make the same commit ids.
/// </summary>
public sealed class GitSandbox : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, int> _commands = [];

    public GitSandbox()
    {
        TestProcess.Isolate();
        Root = Directory.CreateTempSubdirectory("codesyncer-").FullName;
        Home = Directory.CreateDirectory(Path.Combine(Root, "home")).FullName;
        File.WriteAllText(GlobalConfig, "");
        File.WriteAllText(SystemConfig, "");
    }

    public string Root { get; }

    public string Home { get; }

    /// <summary>Where <c>git config --global</c> writes.</summary>
    public string GlobalConfig => Path.Combine(Home, ".gitconfig");

    /// <summary>Where <c>git config --system</c> writes.</summary>
    public string SystemConfig => Path.Combine(Root, "system.gitconfig");

    /// <summary>Variables of every process started here, over those of the test; null takes one away.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>A path in this sandbox.</summary>
    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A new repository on branch <c>main</c>, without a commit.</summary>
    public SandboxRepository Init(string name = "repo", params string[] options)
    {
        var path = At(name);
        Run(Root, "git", ["init", "-q", "-b", "main", .. options, path]).Succeeded();
        return new SandboxRepository(this, path);
    }

    public SandboxRepository Clone(string from, string name, params string[] options)
    {
        Run(Root, "git", ["clone", "-q", .. options, from, At(name)]).Succeeded();
        return new SandboxRepository(this, At(name));
    }

    /// <summary>Runs a program to its end, with nothing on its standard input unless given.</summary>
    public ProcessAnswer Run(string directory, string program, IEnumerable<string> arguments, string? input = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        SetEnvironment(start, directory);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} hangs in {directory}");
        }

        return new ProcessAnswer(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>The whole environment of a process that is started in a directory.</summary>
    public IReadOnlyDictionary<string, string?> EnvironmentOf(string directory)
    {
        var start = new ProcessStartInfo();
        SetEnvironment(start, directory);
        return start.Environment.ToDictionary();
    }

    public void Dispose()
    {
        // What a hook started behind git's back may still write.
        for (var end = System.Environment.TickCount64 + 10_000; ; Thread.Sleep(50))
        {
            try
            {
                Delete();
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException && System.Environment.TickCount64 < end)
            {
                if (!Directory.Exists(Root))
                    return;
            }
        }
    }

    private void Delete()
    {
        foreach (var entry in new DirectoryInfo(Root).EnumerateFileSystemInfos("*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        }))
        {
            if (OperatingSystem.IsWindows())
                entry.Attributes = FileAttributes.Normal;
        }

        Directory.Delete(Root, recursive: true);
    }

    private void SetEnvironment(ProcessStartInfo start, string directory)
    {
        var inherited = start.Environment.Keys
            .Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("CODESYNCER", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("CLAUDE", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("CODEX", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("GEMINI", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("XDG_", StringComparison.OrdinalIgnoreCase))
            .ToList();
        foreach (var name in inherited)
            start.Environment.Remove(name);
        var step = _commands[directory] = _commands.GetValueOrDefault(directory) + 1;
        var date = Start.AddMinutes(step).ToString("yyyy-MM-ddTHH:mm:sszzz");
        start.Environment["HOME"] = Home;
        start.Environment["USERPROFILE"] = Home;
        start.Environment["LOCALAPPDATA"] = Path.Combine(Home, "AppData", "Local");
        start.Environment["GIT_CONFIG_GLOBAL"] = GlobalConfig;
        start.Environment["GIT_CONFIG_SYSTEM"] = SystemConfig;
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_EDITOR"] = "true";
        start.Environment["GIT_AUTHOR_NAME"] = start.Environment["GIT_COMMITTER_NAME"] = "Kim Lee";
        start.Environment["GIT_AUTHOR_EMAIL"] = start.Environment["GIT_COMMITTER_EMAIL"] = "kim@example.org";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = date;
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in Environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }
    }
}
