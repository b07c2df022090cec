using System.Runtime.InteropServices;
using CodeSyncer.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace CodeSyncer.Platform.Ledger.Storage;

/// <summary>
/// The one writer of a ledger. A lock of the operating system on an open file, freed when its holder dies. Where the
/// system can wait for it (flock(2)), thirty waiting processes cost nothing; elsewhere they ask again and again.
/// </summary>
internal sealed partial class LedgerLock : IDisposable
{
    private const int Exclusive = 2;
    private const int WithoutWaiting = 4;
    private const int ReadAndWrite = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SafeHandle _file;

    private LedgerLock(SafeHandle file) => _file = file;

    /// <exception cref="CodeSyncerException">Someone held it for longer than a minute, or the file cannot be opened.</exception>
    public static LedgerLock Take(string path)
    {
        try
        {
            return new LedgerLock(OperatingSystem.IsWindows() ? TakeByAsking(path) : TakeByWaiting(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotWrite(path, error);
        }
    }

    public void Dispose() => _file.Dispose();

    private static SafeFileHandle TakeByAsking(string path)
    {
        var random = new Random();
        for (var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds; ; Thread.Sleep(random.Next(1, 12)))
        {
            try
            {
                return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < end)
            {
                // Held: asked again.
            }
            catch (IOException)
            {
                throw LedgerErrors.Locked(path);
            }
        }
    }

    /// <summary>.NET would refuse to open a file that is locked, so the system is asked.</summary>
    private static SafeFileHandle TakeByWaiting(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var handle = new SafeFileHandle((nint)Open(path, ReadAndWrite | (OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000)), ownsHandle: true);
        if (handle.IsInvalid)
            throw new UnauthorizedAccessException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        if (Flock(handle, Exclusive | WithoutWaiting) == 0 || Wait(handle))
            return handle;
        handle.Dispose();
        throw LedgerErrors.Locked(path);
    }

    private static void Create(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process has made it meanwhile.
        }
    }

    private static bool Wait(SafeFileHandle handle)
    {
        var waiter = Task.Factory.StartNew(() => Flock(handle, Exclusive), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return waiter.Wait(Patience) && waiter.Result == 0;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
