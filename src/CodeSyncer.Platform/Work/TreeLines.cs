using System.Buffers;
using System.Text;

namespace CodeSyncer.Platform.Work;

/// <summary>Lines for <c>git update-index -z --index-info</c>: what is removed comes first, so that a folder can take the place of a file.</summary>
internal sealed class TreeLines(int hashSize)
{
    public const string Submodule = "160000";

    public const string Folder = "040000";

    private readonly ArrayBufferWriter<byte> _removed = new();
    private readonly ArrayBufferWriter<byte> _put = new();

    public bool IsEmpty => _removed.WrittenCount + _put.WrittenCount == 0;

    public static byte[] Removing(IEnumerable<byte[]> paths, int hashSize)
    {
        var lines = new TreeLines(hashSize);
        foreach (var path in paths)
            lines.Remove(path);
        return lines.ToArray();
    }

    public void Remove(byte[] path) => Append(_removed, "0", new string('0', hashSize * 2), path);

    public void Put(string mode, string id, byte[] path)
    {
        // A conflict's entry of the same path goes first.
        Append(_removed, "0", new string('0', hashSize * 2), path);
        Append(_put, mode, id, path);
    }

    public byte[] ToArray() => [.. _removed.WrittenSpan, .. _put.WrittenSpan];

    private static void Append(ArrayBufferWriter<byte> lines, string mode, string id, byte[] path)
    {
        lines.Write(Encoding.ASCII.GetBytes($"{mode} {id}\t"));
        lines.Write(path);
        lines.Write("\0"u8);
    }
}
