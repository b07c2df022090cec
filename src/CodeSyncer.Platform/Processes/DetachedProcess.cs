using System.ComponentModel;
using System.Diagnostics;

namespace CodeSyncer.Platform.Processes;

/// <summary>Starts our own executable so that it outlives the git that called us and holds none of its pipes.</summary>
internal static class DetachedProcess
{
    private static readonly string[] OfTheHook =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_EXEC_PATH"];

    public static bool TryStart(string directory, params ReadOnlySpan<string> arguments)
    {
        if (Environment.ProcessPath is not { } self)
            return false;
        var start = new ProcessStartInfo(self)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in OfTheHook)
            start.Environment.Remove(name);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start);
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
