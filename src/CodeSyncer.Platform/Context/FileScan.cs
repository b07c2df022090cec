using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using Microsoft.Win32.SafeHandles;

namespace CodeSyncer.Platform.Context;

/// <summary>Reads files of the work tree for their tags into one buffer that is used again; one instance a thread.</summary>
internal sealed class FileScan(string root)
{
    private readonly string _prefix = Path.TrimEndingDirectorySeparator(root) + "/";
    private byte[] _buffer = new byte[64 * 1024];

    /// <summary>The tags of a file. <c>MayHold</c> is false where no file name could make a tag of its bytes.</summary>
    public (FileStamp Stamp, bool MayHold, IReadOnlyList<Tag> Tags)? Read(string path)
    {
        if (OperatingSystem.IsLinux())
            return ReadOnLinux(path);
        try
        {
            using var handle = File.OpenHandle(Path.Combine(root, path), FileMode.Open, FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete);
            var stamp = new FileStamp(File.GetLastWriteTimeUtc(handle).Ticks, RandomAccess.GetLength(handle));
            if (stamp.Size > BlobReader.SizeLimit)
                return (stamp, false, []);
            return Found(path, stamp, ReadAll(handle, (int)stamp.Size));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private (FileStamp Stamp, bool MayHold, IReadOnlyList<Tag> Tags)? ReadOnLinux(string path)
    {
        if (LinuxFile.TryOpen(_prefix + path, out var ticks, out var size) is not { } file)
            return null;
        try
        {
            var stamp = new FileStamp(ticks, size);
            if (size > BlobReader.SizeLimit)
                return (stamp, false, []);
            Reserve((int)size);
            return Found(path, stamp, _buffer.AsSpan(0, LinuxFile.Read(file, _buffer.AsSpan(0, (int)size))));
        }
        finally
        {
            _ = LinuxFile.Close(file);
        }
    }

    private static (FileStamp Stamp, bool MayHold, IReadOnlyList<Tag> Tags) Found(string path, FileStamp stamp, ReadOnlySpan<byte> content) =>
        TagScanner.MayHoldTags(content) ? (stamp, true, TagScanner.Scan(path, content)) : (stamp, false, []);

    private void Reserve(int size)
    {
        if (_buffer.Length < size)
            _buffer = new byte[Math.Max(size, Math.Min(_buffer.Length * 2, BlobReader.SizeLimit))];
    }

    private ReadOnlySpan<byte> ReadAll(SafeFileHandle handle, int size)
    {
        Reserve(size);
        var read = 0;
        while (read < size && RandomAccess.Read(handle, _buffer.AsSpan(read, size - read), read) is > 0 and var more)
            read += more;
        return _buffer.AsSpan(0, read);
    }
}
