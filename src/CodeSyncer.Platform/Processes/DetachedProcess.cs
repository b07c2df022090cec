using System.ComponentModel;
using System.Diagnostics;

namespace CodeSyncer.Platform.Processes;

/// <summary>Starts our own executable so that it outlives the git that called us and holds none of its pipes.</summary>
internal static class DetachedProcess
{
    private static readonly string[] OfTheHook =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_EXEC_PATH"];

    /// <summary>What an agent was started with: a process that serves the whole town is not of that agent.</summary>
    private static readonly string[] OfTheAgent =
        ["CODESYNCER_AGENT", "CODESYNCER_SESSION", "CODESYNCER_GENERATION", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"];

    public static bool TryStart(string directory, params ReadOnlySpan<string> arguments) =>
        Environment.ProcessPath is { } self && TryStart(self, directory, [], arguments) is not null;

    /// <summary>Starts a process that serves the town, whoever had it started. Null: it could not be started.</summary>
    /// <param name="program">Our own executable.</param>
    internal static ProcessStamp? TryStartForTown(string program, string directory, params ReadOnlySpan<string> arguments) =>
        TryStart(program, directory, OfTheAgent, arguments);

    private static ProcessStamp? TryStart(string self, string directory, string[] without, ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(self)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in OfTheHook.Concat(without))
            start.Environment.Remove(name);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start);
            return process is null ? null : ProcessStamp.Of(process.Id) ?? new ProcessStamp(process.Id, 0);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
