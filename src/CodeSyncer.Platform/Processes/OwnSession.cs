using System.Runtime.InteropServices;

namespace CodeSyncer.Platform.Processes;

/// <summary>Takes this process out of the terminal that it was started from, so that closing that does not end it.</summary>
internal static partial class OwnSession
{
    /// <summary>On Windows a process without a window has none to lose. Source: setsid(2).</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetSession();
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSession();
}
