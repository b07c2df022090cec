using System.IO.Compression;
using System.Security.Cryptography;

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

    /// <summary>The id that an object has.</summary>
    /// <param name="hashSize">20 bytes: SHA-1; 32: SHA-256.</param>
    public static string IdOf(string type, ReadOnlySpan<byte> content, int hashSize) => Id(Header(type, content), content, hashSize);

    /// <summary>Writes an object under its name: beside its place, then renamed, so that it is there whole or not at all.</summary>
    /// <param name="hashSize">See <see cref="IdOf"/>.</param>
    /// <returns>Its id.</returns>
    public static string Write(string objectsDirectory, string type, ReadOnlySpan<byte> content, int hashSize = Sha1.Size)
    {
        var header = Header(type, content);
        var id = Id(header, content, hashSize);
        if (!File.Exists(Path.Combine(objectsDirectory, id[..2], id[2..])))
            Write(objectsDirectory, id, header, content);
        return id;
    }

    private static byte[] Header(string type, ReadOnlySpan<byte> content) => System.Text.Encoding.ASCII.GetBytes($"{type} {content.Length}\0");

    private static string Id(byte[] header, ReadOnlySpan<byte> content, int hashSize)
    {
        if (hashSize == Sha1.Size)
            return Convert.ToHexStringLower(Sha1.Hash(header, content));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Write(string objectsDirectory, string id, byte[] header, ReadOnlySpan<byte> content)
    {
        var folder = Path.Combine(objectsDirectory, id[..2]);
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
        File.Move(temporary, Path.Combine(folder, id[2..]), overwrite: true);
    }
}
