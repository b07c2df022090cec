using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>When a file changed last (UTC ticks of 100 ns) and its size in bytes: the same stamp, the same content.</summary>
internal readonly record struct FileStamp(long Ticks, long Size)
{
    private static readonly long Epoch = DateTime.UnixEpoch.Ticks;

    /// <summary>The stamp of a file as it lies in the work tree, without following a link; null: no regular file there.</summary>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && (file.Attributes & FileAttributes.ReparsePoint) == 0
            ? new FileStamp(file.LastWriteTimeUtc.Ticks, file.Length)
            : null;
    }

    /// <summary>
    /// Whether the file is as git's index knows it. A file that changed when the index was written, or later, may have
    /// changed again within the same tick of the clock ("racily clean"), and is not trusted.
    /// </summary>
    public bool IsClean(in TrackedFile entry, long indexTicks)
    {
        if (entry.ModifiedSeconds == 0 || (uint)Size != entry.Size)
            return false;
        var seconds = Epoch + (entry.ModifiedSeconds * TimeSpan.TicksPerSecond);
        var exact = seconds + (entry.ModifiedNanoseconds / TimeSpan.NanosecondsPerTick);
        return entry.ModifiedNanoseconds == 0
            ? Ticks - (Ticks % TimeSpan.TicksPerSecond) == seconds && Ticks < indexTicks - TimeSpan.TicksPerSecond
            : Ticks == exact && exact < indexTicks;
    }
}
