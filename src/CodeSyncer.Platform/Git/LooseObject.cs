using System.IO.Compression;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Reads loose objects. Source of the format: git's documentation, "gitformat-loose": a zlib stream of
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
}
