using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CodeSyncer.Platform.Files;

/// <summary>
/// A lock between processes that many may share or one may own. The system frees it when its holder dies.
/// Source: flock(2); on Windows the sharing mode of an open file.
/// </summary>
internal sealed partial class SharedLock : IDisposable
{
    private const int Shared = 1;
    private const int Exclusive = 2;
    private const int WithoutWaiting = 4;
    private const int ReadAndWrite = 2;

    private readonly SafeHandle _file;

    private SharedLock(SafeHandle file) => _file = file;

    /// <summary>Null: others hold it for longer than the patience, or the file cannot be opened.</summary>
    public static SharedLock? TryTake(string path, bool isExclusive, TimeSpan patience)
    {
        for (var end = Environment.TickCount64 + (long)patience.TotalMilliseconds; ; Thread.Sleep(5))
        {
            if ((OperatingSystem.IsWindows() ? TryOpen(path, isExclusive) : TryFlock(path, isExclusive)) is { } handle)
                return new SharedLock(handle);
            if (Environment.TickCount64 >= end)
                return null;
        }
    }

    public void Dispose() => _file.Dispose();

    private static SafeFileHandle? TryOpen(string path, bool isExclusive)
    {
        try
        {
            return isExclusive
                ? File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                : File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SafeFileHandle? TryFlock(string path, bool isExclusive)
    {
        if (!File.Exists(path))
        {
            try
            {
                using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another process has made it meanwhile, or opening it will tell.
            }
        }

        var handle = new SafeFileHandle((nint)Open(path, ReadAndWrite | (OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000)), ownsHandle: true);
        if (!handle.IsInvalid && Flock(handle, (isExclusive ? Exclusive : Shared) | WithoutWaiting) == 0)
            return handle;
        handle.Dispose();
        return null;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
