using System.IO.Compression;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Reads and writes loose objects. Source of the format: git's documentation, "gitformat-loose": a zlib stream of
/// <c>type SP size NUL content</c>. What <c>git add</c> has just written is loose, so a commit needs nothing else.
/// </summary>
public static class LooseObject
{
    private const int LongestHeader = 32;

    /// <summary>The content and its type; null where it is not loose here, damaged, or larger than <paramref name="limit"/> bytes.</summary>
    public static (string Type, byte[] Content)? TryRead(string objectsDirectory, string id, long limit)
    {
        try
        {
            using var file = new FileStream(Path.Combine(objectsDirectory, id[..2], id[2..]), FileMode.Open,
                FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            using var inflated = new ZLibStream(file, CompressionMode.Decompress);
            Span<byte> header = stackalloc byte[LongestHeader];
            var read = inflated.ReadAtLeast(header, LongestHeader, throwOnEndOfStream: false);
            var end = header[..read].IndexOf((byte)0);
            var space = header[..read].IndexOf((byte)' ');
            if (space < 0 || end < space || !long.TryParse(header[(space + 1)..end], out var size) || size > limit)
                return null;
            var content = new byte[size];
            var first = header[(end + 1)..read];
            first.CopyTo(content);
            inflated.ReadExactly(content, first.Length, content.Length - first.Length);
            return (System.Text.Encoding.ASCII.GetString(header[..space]), content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes an object under its SHA-1 name: beside its place, then renamed, so that it is there whole or not at all.</summary>
    /// <returns>Its id.</returns>
    public static string Write(string objectsDirectory, string type, ReadOnlySpan<byte> content)
    {
        var header = System.Text.Encoding.ASCII.GetBytes($"{type} {content.Length}\0");
        var id = Convert.ToHexStringLower(Sha1.Hash(header, content));
        var folder = Path.Combine(objectsDirectory, id[..2]);
        var path = Path.Combine(folder, id[2..]);
        if (File.Exists(path))
            return id;
        using var packed = new MemoryStream(content.Length / 2 + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(header);
            zlib.Write(content);
        }

        // Git clears away files of this name that a crash leaves behind.
        var temporary = Path.Combine(folder, $"tmp_obj_{Environment.ProcessId:x}{Environment.CurrentManagedThreadId:x}");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Directory.CreateDirectory(folder);
        File.Delete(temporary);
        using (var file = new FileStream(temporary, options))
            file.Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        File.Move(temporary, path, overwrite: true);
        return id;
    }
}
