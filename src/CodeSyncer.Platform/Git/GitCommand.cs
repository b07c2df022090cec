using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Runs the git command where only git itself gives the right answer. No hooks, no pager, no optional locks (git
/// would otherwise refresh the user's index), no lazy fetch of a partial clone; the variables that a calling git
/// hook left in the environment are cleared, so that the directory given alone decides.
/// </summary>
public sealed class GitCommand(string directory)
{
    /// <summary>Leaves <c>core.hooksPath</c> as the user set it: only for questions about the hooks themselves.</summary>
    public bool KeepsHooksPath { get; init; }

    /// <summary>Another index than the repository's own, as <c>GIT_INDEX_FILE</c>; null: its own.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Where new objects go, as <c>GIT_OBJECT_DIRECTORY</c>; null: to the repository's own.</summary>
    public string? ObjectDirectory { get; init; }

    /// <summary>Another directory of objects to read from, as <c>GIT_ALTERNATE_OBJECT_DIRECTORIES</c>; null: none.</summary>
    public string? Alternate { get; init; }

    /// <summary>More variables of git's environment, such as who commits.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>After this time git is ended, with all that it started; null: it may take its time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The exit code of a git that was ended because it took too long, as timeout(1) gives it.</summary>
    public const int TimedOut = 124;

    /// <summary>Set in every git that we start: our own hooks see it and stay out (no re-entry).</summary>
    public const string GuardVariable = "CODESYNCER_INSIDE";

    private static readonly string[] Inherited =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_LITERAL_PATHSPECS", "GIT_TRACE",
    ];

    /// <summary>Standard output as text, without its last line end.</summary>
    /// <exception cref="CodeSyncerException">git is missing, or answered with another exit code than 0.</exception>
    public string Text(params ReadOnlySpan<string> arguments) =>
        Encoding.UTF8.GetString(Bytes(arguments)).TrimEnd('\n', '\r');

    /// <summary>Standard output as text; null where git answered with another exit code than 0.</summary>
    public string? TryText(params ReadOnlySpan<string> arguments)
    {
        var (code, output, _) = Run(null, arguments);
        return code == 0 ? Encoding.UTF8.GetString(output).TrimEnd('\n', '\r') : null;
    }

    public byte[] Bytes(params ReadOnlySpan<string> arguments) => BytesWithInput(null, arguments);

    public byte[] BytesWithInput(byte[]? input, params ReadOnlySpan<string> arguments)
    {
        var (code, output, error) = Run(input, arguments);
        return code == 0 ? output : throw ErrorTexts.GitFailed(string.Join(' ', arguments.ToArray()), FirstLine(error, code));
    }

    /// <summary>Runs git to its end: exit code, standard output, standard error.</summary>
    public (int ExitCode, byte[] Output, string Error) Run(byte[]? input, params ReadOnlySpan<string> arguments)
    {
        using var process = Start(input is not null, arguments);
        var isLate = false;
        using var end = Timeout is { } patience ? new Timer(_ => isLate = TryEnd(process), null, patience, System.Threading.Timeout.InfiniteTimeSpan) : null;
        var error = process.StandardError.ReadToEndAsync();
        var feed = input is null ? Task.CompletedTask : Feed(process, input);
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        feed.GetAwaiter().GetResult();
        return isLate ? (TimedOut, output.ToArray(), $"it took longer than {Timeout!.Value.TotalSeconds} s")
            : (process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    private static bool TryEnd(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has just ended by itself.
            return false;
        }
    }

    /// <summary>Starts git with its streams redirected; the caller reads them and disposes the process.</summary>
    public Process Start(bool withInput, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = withInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var name in Inherited)
            start.Environment.Remove(name);
        if (IndexFile is not null)
            start.Environment["GIT_INDEX_FILE"] = IndexFile;
        if (ObjectDirectory is not null)
            start.Environment["GIT_OBJECT_DIRECTORY"] = ObjectDirectory;
        if (Alternate is not null)
            start.Environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = QuotedPath.Of(Alternate);
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        start.Environment[GuardVariable] = "1";
        if (!KeepsHooksPath)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("core.hooksPath=/dev/null");
        }

        start.ArgumentList.Add("--no-pager");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            // The system says the same of a program and of a folder that is not there.
            throw Directory.Exists(directory) ? ErrorTexts.GitMissing(error) : ErrorTexts.FolderVanished(directory);
        }
    }

    private static async Task Feed(Process process, byte[] input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git stopped reading: its exit code and its words on standard error tell why.
        }
    }

    private static string FirstLine(string error, int code)
    {
        var line = error.AsSpan().Trim();
        var end = line.IndexOf('\n');
        return line.IsEmpty ? $"exit code {code}" : (end < 0 ? line : line[..end]).Trim().ToString();
    }
}
