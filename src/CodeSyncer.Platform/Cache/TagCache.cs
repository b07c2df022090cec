using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Cache;

/// <summary>
/// What is known of each blob, by its id: that it can hold no tag, or its tags in a language. A branch switch and a
/// commit then cost what changed, not what exists. One file, an open-addressed hash table that is used as it lies in
/// memory; what is new goes to the log beside it until that has grown, then the file is rewritten whole and atomically.
/// Of two writers the last one wins, and at worst a blob is scanned twice. It can be deleted at any time.
/// </summary>
public sealed class TagCache
{
    /// <summary>Raised whenever what the scanner finds changes: old caches are then dropped.</summary>
    private const int FormatVersion = 1;

    /// <summary>Entries from which on the file is thinned out to what is still wanted.</summary>
    private const int GrowthLimit = 50_000;

    private const int HeaderSize = 32;
    private const int SlotSize = 24;
    private const ulong Magic = 0x4354_5359_4E43_5332;

    private readonly string _file;
    private readonly byte[] _data;
    private readonly int _capacity;
    private readonly TagCacheLog _log;
    private readonly Dictionary<UInt128, ReadOnlyMemory<byte>> _logged;
    private readonly Dictionary<UInt128, byte[]> _added = [];

    private TagCache(string file, byte[] data, int capacity)
    {
        _file = file;
        _data = data;
        _capacity = capacity;
        _log = new TagCacheLog(file, capacity == 0 ? 0 : ContentHash(data));
        _logged = capacity == 0 ? [] : _log.Read();
    }

    /// <summary>The answer for blobs that hold no tag, and for those that cannot hold any.</summary>
    private static readonly byte[] None = [];

    public static TagCache Open(string file)
    {
        byte[] data;
        try
        {
            data = File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            data = [];
        }

        return TryReadHeader(data, out var capacity) ? new TagCache(file, data, capacity) : new TagCache(file, [], 0);
    }

    /// <summary>The key under which the tags of a blob stand, which depend on the ending of the file's name too.</summary>
    public static UInt128 KeyOf(UInt128 blob, ReadOnlySpan<char> ending) =>
        blob ^ XxHash128.HashToUInt128(MemoryMarshal.AsBytes(ending));

    /// <summary>The encoded tags under a key (empty: none), and whether the key is known at all.</summary>
    public bool TryGet(UInt128 key, out ReadOnlyMemory<byte> encoded)
    {
        if (_added.Count > 0 && _added.TryGetValue(key, out var added))
        {
            encoded = added;
            return true;
        }

        if (_logged.Count > 0 && _logged.TryGetValue(key, out encoded))
            return true;
        encoded = default;
        if (_capacity == 0)
            return false;
        var mask = _capacity - 1;
        for (var slot = (int)(ulong)key & mask; ; slot = (slot + 1) & mask)
        {
            var place = _data.AsSpan(HeaderSize + (slot * SlotSize), SlotSize);
            var length = BinaryPrimitives.ReadInt32LittleEndian(place[20..]);
            if (length < 0)
                return false;
            if (MemoryMarshal.Read<UInt128>(place) != key)
                continue;
            encoded = _data.AsMemory(BinaryPrimitives.ReadInt32LittleEndian(place[16..]), length);
            return true;
        }
    }

    public void AddWithoutTags(UInt128 blob) => _added[blob] = None;

    /// <summary>Remembers a blob that can hold tags; they stand under keys of their own.</summary>
    public void Mark(UInt128 blob, byte[] mark) => _added[blob] = mark;

    /// <summary>Remembers the tags of a blob that can hold some, in one language.</summary>
    public byte[] Add(UInt128 key, IReadOnlyList<Tag> tags) =>
        _added[key] = tags.Count == 0 ? None : TagCodec.Encode(tags);

    /// <summary>Writes what was added. A cache that cannot be written is no failure: the next run scans again.</summary>
    /// <param name="inUse">Keys still wanted; consulted only when the file has grown far beyond them.</param>
    public void Save(Func<HashSet<UInt128>> inUse)
    {
        if (_added.Count == 0)
            return;
        try
        {
            if (_capacity > 0 && _log.TryAppend(_added))
                return;
            AtomicFile.Write(_file, Build(Entries(inUse)));
            _log.Delete();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Said above.
        }
    }

    private List<(UInt128 Key, ReadOnlyMemory<byte> Value)> Entries(Func<HashSet<UInt128>> inUse)
    {
        var all = new List<(UInt128, ReadOnlyMemory<byte>)>();
        for (var slot = 0; slot < _capacity; slot++)
        {
            var place = _data.AsSpan(HeaderSize + (slot * SlotSize), SlotSize);
            var length = BinaryPrimitives.ReadInt32LittleEndian(place[20..]);
            var key = MemoryMarshal.Read<UInt128>(place);
            if (length >= 0 && !_added.ContainsKey(key) && !_logged.ContainsKey(key))
                all.Add((key, _data.AsMemory(BinaryPrimitives.ReadInt32LittleEndian(place[16..]), length)));
        }

        all.AddRange(_logged.Where(entry => !_added.ContainsKey(entry.Key)).Select(entry => (entry.Key, entry.Value)));
        if (all.Count > GrowthLimit)
        {
            var wanted = inUse();
            if (all.Count > 4 * wanted.Count)
                all.RemoveAll(entry => !wanted.Contains(entry.Item1));
        }

        foreach (var (key, value) in _added)
            all.Add((key, value));
        return all;
    }

    private static byte[] Build(List<(UInt128 Key, ReadOnlyMemory<byte> Value)> entries)
    {
        var capacity = (int)uint.Max(64, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Count * 2));
        var slots = HeaderSize + (capacity * SlotSize);
        var data = new byte[slots + entries.Sum(entry => entry.Value.Length)];
        data.AsSpan(HeaderSize, capacity * SlotSize).Fill(0xFF);
        var end = slots;
        foreach (var (key, value) in entries)
        {
            var slot = (int)(ulong)key & (capacity - 1);
            while (data[HeaderSize + (slot * SlotSize) + 23] != 0xFF)
                slot = (slot + 1) & (capacity - 1);
            var place = data.AsSpan(HeaderSize + (slot * SlotSize), SlotSize);
            MemoryMarshal.Write(place, in key);
            BinaryPrimitives.WriteInt32LittleEndian(place[16..], end);
            BinaryPrimitives.WriteInt32LittleEndian(place[20..], value.Length);
            value.Span.CopyTo(data.AsSpan(end));
            end += value.Length;
        }

        WriteHeader(data, capacity);
        return data;
    }

    private static void WriteHeader(Span<byte> data, int capacity)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(data, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(data[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(data[12..], capacity);
        BinaryPrimitives.WriteUInt64LittleEndian(data[16..], BuildId);
        BinaryPrimitives.WriteUInt64LittleEndian(data[24..], XxHash3.HashToUInt64(data[HeaderSize..]));
    }

    private static bool TryReadHeader(ReadOnlySpan<byte> data, out int capacity)
    {
        capacity = 0;
        if (data.Length < HeaderSize
            || BinaryPrimitives.ReadUInt64LittleEndian(data) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(data[8..]) != FormatVersion
            || BinaryPrimitives.ReadUInt64LittleEndian(data[16..]) != BuildId
            || ContentHash(data) != XxHash3.HashToUInt64(data[HeaderSize..]))
            return false;
        capacity = BinaryPrimitives.ReadInt32LittleEndian(data[12..]);
        return true;
    }

    private static ulong ContentHash(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt64LittleEndian(data[24..]);

    /// <summary>Another build of the scanner may find other tags, so it does not trust this one's cache.</summary>
    private static ulong BuildId { get; } =
        XxHash3.HashToUInt64(Encoding.ASCII.GetBytes(typeof(TagScanner).Assembly.ManifestModule.ModuleVersionId.ToString()));
}
