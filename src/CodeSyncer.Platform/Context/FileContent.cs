using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>Reads files of a work tree into one buffer that is used again; links are not followed. Of a file beyond <see cref="BlobReader.SizeLimit"/> only so much is read: whoever asks can say that it is too large.</summary>
internal sealed class FileContent(string root)
{
    private byte[] _buffer = new byte[64 * 1024];

    public bool TryRead(string path, out ReadOnlySpan<byte> content, out FileStamp stamp)
    {
        content = default;
        stamp = default;
        var full = Path.Combine(root, path);
        if (FileStamp.Of(full) is not { } known)
            return false;
        stamp = known;
        try
        {
            using var handle = File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var size = (int)Math.Min(RandomAccess.GetLength(handle), BlobReader.SizeLimit);
            if (_buffer.Length < size)
                _buffer = new byte[Math.Max(size, Math.Min(_buffer.Length * 2, BlobReader.SizeLimit))];
            var read = 0;
            while (read < size && RandomAccess.Read(handle, _buffer.AsSpan(read, size - read), read) is > 0 and var more)
                read += more;
            content = _buffer.AsSpan(0, read);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
