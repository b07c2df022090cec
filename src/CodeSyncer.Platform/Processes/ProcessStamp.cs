using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CodeSyncer.Platform.Processes;

/// <summary>A process for good: its id, which the system gives again, and when it started, which it does not.</summary>
/// <param name="Start">Clock ticks since the system started (Linux), else ticks of 100 ns.</param>
public readonly partial record struct ProcessStamp(int Id, long Start)
{
    /// <summary>The process of this id; null: there is none, or it may not be looked at.</summary>
    public static ProcessStamp? Of(int id)
    {
        if (OperatingSystem.IsLinux())
            return StatOf(id.ToString(CultureInfo.InvariantCulture)) is { } stat ? new ProcessStamp(id, stat.Start) : null;
        try
        {
            using var process = Process.GetProcessById(id);
            return new ProcessStamp(id, process.StartTime.ToUniversalTime().Ticks);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>
    /// The process that stands for the terminal or the agent that we were started from: the leader of our session, or
    /// where that is gone or ourselves, our parent. A shell that leads its session, or stands where there are no sessions
    /// (Windows), is that process itself: so what it does and what programs do that it starts is of one terminal.
    /// </summary>
    /// <param name="isShell">This process is a shell.</param>
    public static ProcessStamp OfTerminal(bool isShell = false)
    {
        var (session, parent) = Origin();
        return (session > 0 && session != Environment.ProcessId ? Of(session) : null)
            ?? (parent > 0 && !isShell ? Of(parent) : null)
            ?? Of(Environment.ProcessId) ?? new ProcessStamp(Environment.ProcessId, 0);
    }

    /// <summary>No process: a session that has ended has this one.</summary>
    public static ProcessStamp Ended => default;

    /// <summary>
    /// The program that had us started: the nearest of our ancestors that is no shell. Where ancestors cannot be looked at,
    /// our parent.
    /// </summary>
    public static ProcessStamp OfStarter()
    {
        var (_, parent) = Origin();
        if (OperatingSystem.IsLinux())
        {
            for (var id = parent; id > 1; id = StatOf(id.ToString(CultureInfo.InvariantCulture))?.Parent ?? 0)
            {
                if (NameOf(id) is { } name && !Shells.Contains(name))
                    return Of(id) ?? OfTerminal();
            }
        }

        return Of(parent) ?? OfTerminal();
    }

    /// <summary>The text that <see cref="ToString"/> gives.</summary>
    public static bool TryParse(string text, out ProcessStamp stamp)
    {
        stamp = default;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            return false;
        stamp = new ProcessStamp(id, start);
        return true;
    }

    /// <summary>Whether that very process still runs.</summary>
    public bool IsAlive() => Of(Id) == this;

    /// <summary><c>4711.8123456</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Start}");

    private static readonly HashSet<string> Shells = ["sh", "bash", "dash", "zsh", "ash", "ksh", "fish", "busybox", "env", "timeout"];

    private static string? NameOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/comm").Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (int Session, int Parent) Origin()
    {
        if (OperatingSystem.IsLinux())
            return StatOf("self") is { } stat ? (stat.Session, stat.Parent) : default;
        if (OperatingSystem.IsWindows())
        {
            var basics = default(ProcessBasics);
            return (0, NtQueryInformationProcess(-1, 0, ref basics, Marshal.SizeOf<ProcessBasics>(), out _) == 0 ? (int)basics.Parent : 0);
        }

        return (GetSession(0), GetParent());
    }

    /// <summary>Source of the fields: proc(5). The name in parentheses may hold anything, so that counting begins behind it.</summary>
    private static (int Parent, int Session, long Start)? StatOf(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            // A dead process that nobody has asked about is no longer one.
            return fields[0] is "Z" or "X" ? null
                : (int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "getsid")]
    private static partial int GetSession(int process);

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("ntdll")]
    private static partial int NtQueryInformationProcess(nint process, int what, ref ProcessBasics basics, int size, out int needed);

    /// <summary>PROCESS_BASIC_INFORMATION of the Windows documentation.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ProcessBasics
    {
        public nint ExitStatus;
        public nint Environment;
        public nint Affinity;
        public nint Priority;
        public nint Id;
        public nint Parent;
    }
}
