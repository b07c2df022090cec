using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CodeSyncer.Platform.Processes;

/// <summary>
/// Ends processes that we started, and no others: a process counts as ours by its id with its start time, or, on Linux, by a
/// variable of its environment that only what we started has.
/// </summary>
public static class ProcessEnd
{
    /// <summary>How long a killed process may take to be gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Ends one process; returns when it is gone.</summary>
    public static void Kill(ProcessStamp stamp, bool withChildren = false)
    {
        if (!stamp.IsAlive())
            return;
        try
        {
            using var process = Process.GetProcessById(stamp.Id);
            process.Kill(withChildren);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It was gone already.
        }

        for (var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds; stamp.IsAlive() && Environment.TickCount64 < end;)
            Thread.Sleep(5);
    }

    /// <summary>Ends every process that has a variable with this value in its environment, and the known one with its children.</summary>
    public static void KillAll(string variable, string value, ProcessStamp? known)
    {
        if (known is { } process)
            Kill(process, withChildren: true);
        // What they start while they are ended is found by the next look.
        for (var round = 0; round < 20 && Find(variable, value) is { Count: > 0 } found; round++)
            found.ForEach(stamp => Kill(stamp));
    }

    public static bool Any(string variable, string value) => Find(variable, value).Count > 0;

    private static List<ProcessStamp> Find(string variable, string value)
    {
        var found = new List<ProcessStamp>();
        if (!OperatingSystem.IsLinux())
            return found;
        var wanted = Encoding.UTF8.GetBytes($"{variable}={value}");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId)
                continue;
            if (ProcessStamp.Of(id) is { } stamp && Has(folder, wanted) && stamp.IsAlive())
                found.Add(stamp);
        }

        return found;
    }

    /// <summary>Variables stand one after another, each with a zero byte behind it. Source: proc(5).</summary>
    private static bool Has(string folder, byte[] wanted)
    {
        try
        {
            var environment = File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan();
            for (var rest = environment; rest.Length > 0;)
            {
                var end = rest.IndexOf((byte)0);
                if ((end < 0 ? rest : rest[..end]).SequenceEqual(wanted))
                    return true;
                rest = end < 0 ? [] : rest[(end + 1)..];
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone.
        }

        return false;
    }
}
