using System.Buffers.Binary;
using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// The files of an index or of a tree, sorted by path: compact views into one or two byte arrays, because a git hook
/// has a few milliseconds for ten thousand of them.
/// </summary>
public sealed class TrackedFiles
{
    private readonly byte[] _ids;
    private readonly byte[] _paths;
    private readonly TrackedFile[] _files;

    internal TrackedFiles(byte[] ids, byte[] paths, TrackedFile[] files, int hashSize)
    {
        _ids = ids;
        _paths = paths;
        _files = files;
        HashSize = hashSize;
    }

    public static TrackedFiles Empty(int hashSize) => new([], [], [], hashSize);

    public int HashSize { get; }

    /// <summary>Id of the tree that the whole index is of, where its file tells.</summary>
    public string? Tree { get; internal init; }

    public int Count => _files.Length;

    public ref readonly TrackedFile this[int index] => ref _files[index];

    public ReadOnlySpan<byte> Path(int index) => _paths.AsSpan(_files[index].PathStart, _files[index].PathLength);

    public string PathText(int index) => Encoding.UTF8.GetString(Path(index));

    public ReadOnlySpan<byte> Id(int index) => _ids.AsSpan(_files[index].IdStart, HashSize);

    public string IdText(int index) => Convert.ToHexStringLower(Id(index));

    /// <summary>Whether they come from an index file, so that <see cref="State"/> is there.</summary>
    internal bool HasStates { get; init; }

    /// <summary>The 40 bytes before the id in an index file: what git saw of the file.</summary>
    internal ReadOnlySpan<byte> State(int index) => _ids.AsSpan(_files[index].IdStart - IndexFile.FixedSize, IndexFile.FixedSize);

    /// <summary>The first 16 bytes of the id: enough to know a blob by, and one machine word pair to compare.</summary>
    public UInt128 Key(int index) => BinaryPrimitives.ReadUInt128BigEndian(_ids.AsSpan(_files[index].IdStart));

    /// <summary>Position of the file with this path, or the complement of where it would stand.</summary>
    public int Find(ReadOnlySpan<byte> path)
    {
        var low = 0;
        var high = _files.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Path(middle).SequenceCompareTo(path);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    public int Find(string path) => Find(Encoding.UTF8.GetBytes(path));
}
