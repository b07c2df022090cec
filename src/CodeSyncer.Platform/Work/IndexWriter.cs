using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Writes an index file: version 2, or 3 where a flag needs it. Source of the format: git's documentation, "gitformat-index".
/// What git saw of a file is taken over from the index before where the entry is the same; of others git looks again.
/// </summary>
internal static class IndexWriter
{
    private const int MostNameLength = 0xFFF;

    public static byte[] Write(IEnumerable<IndexRest> entries, TrackedFiles before, int hashSize)
    {
        var sorted = entries.ToList();
        sorted.Sort((left, right) =>
        {
            var order = left.Path.AsSpan().SequenceCompareTo(right.Path);
            return order == 0 ? left.Stage.CompareTo(right.Stage) : order;
        });
        var isExtended = sorted.Exists(entry => entry.IsAnnounced || entry.IsNotInWorkTree);
        var index = new ArrayBufferWriter<byte>(12 + (sorted.Count * 96));
        index.Write("DIRC"u8);
        Put32(index, isExtended ? 3u : 2u);
        Put32(index, (uint)sorted.Count);
        foreach (var entry in sorted)
            Write(index, entry, before, hashSize);
        index.Write(hashSize == Sha1.Size ? Sha1.Hash(index.WrittenSpan, []) : SHA256.HashData(index.WrittenSpan));
        return index.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> index, IndexRest entry, TrackedFiles before, int hashSize)
    {
        var mode = Convert.ToUInt32(entry.Mode, 8);
        var id = Convert.FromHexString(entry.Id);
        var start = index.WrittenCount;
        var place = entry.Stage == 0 ? before.Find(entry.Path) : -1;
        if (place >= 0 && before[place].Mode == mode && before[place].Stage == 0 && before.Id(place).SequenceEqual(id) && before.HasStates)
        {
            index.Write(before.State(place));
        }
        else
        {
            Span<byte> nothing = stackalloc byte[IndexFile.FixedSize];
            nothing.Clear();
            BinaryPrimitives.WriteUInt32BigEndian(nothing[24..], mode);
            index.Write(nothing);
        }

        index.Write(id);
        var more = (entry.IsNotInWorkTree ? 0x4000 : 0) | (entry.IsAnnounced ? 0x2000 : 0);
        Put16(index, (ushort)((entry.IsAssumedUnchanged ? 0x8000 : 0) | (more != 0 ? 0x4000 : 0) | (entry.Stage << 12) | Math.Min(entry.Path.Length, MostNameLength)));
        if (more != 0)
            Put16(index, (ushort)more);
        index.Write(entry.Path);
        // One to eight NULs: an entry's length is a multiple of eight.
        Span<byte> padding = stackalloc byte[8 - ((index.WrittenCount - start) % 8)];
        padding.Clear();
        index.Write(padding);
    }

    private static void Put32(ArrayBufferWriter<byte> index, uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(index.GetSpan(4), number);
        index.Advance(4);
    }

    private static void Put16(ArrayBufferWriter<byte> index, ushort number)
    {
        BinaryPrimitives.WriteUInt16BigEndian(index.GetSpan(2), number);
        index.Advance(2);
    }
}
