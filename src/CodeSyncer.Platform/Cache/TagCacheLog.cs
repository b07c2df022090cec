using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace CodeSyncer.Platform.Cache;

/// <summary>
/// What was learnt since a cache file was written whole: records of length, check sum, key and value behind the check
/// sum of that very file. A record that is torn or written over ends the log: what it held is scanned again.
/// </summary>
internal sealed class TagCacheLog(string cacheFile, ulong generation)
{
    /// <summary>Size in bytes from which on the cache is written whole again.</summary>
    private const int LargestLog = 128 * 1024;

    private const int HeaderSize = 8;
    private const int RecordHeaderSize = 28;

    private readonly string _file = cacheFile + ".log";

    public Dictionary<UInt128, ReadOnlyMemory<byte>> Read()
    {
        var known = new Dictionary<UInt128, ReadOnlyMemory<byte>>();
        if (!File.Exists(_file))
            return known;
        byte[] data;
        try
        {
            data = File.ReadAllBytes(_file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return known;
        }

        if (data.Length < HeaderSize || BinaryPrimitives.ReadUInt64LittleEndian(data) != generation)
            return known;
        for (var at = HeaderSize; at + RecordHeaderSize <= data.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at));
            if (length < 0 || length > data.Length - at - RecordHeaderSize)
                break;
            var record = data.AsSpan(at, RecordHeaderSize + length);
            if (BinaryPrimitives.ReadUInt64LittleEndian(record[4..]) != XxHash3.HashToUInt64(record[12..]))
                break;
            known[MemoryMarshal.Read<UInt128>(record[12..])] = data.AsMemory(at + RecordHeaderSize, length);
            at += record.Length;
        }

        return known;
    }

    /// <summary>Appends; false where the log has grown too long, or belongs to another version of the cache.</summary>
    public bool TryAppend(Dictionary<UInt128, byte[]> entries)
    {
        var size = entries.Sum(entry => RecordHeaderSize + entry.Value.Length);
        using var stream = new FileStream(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var isNew = stream.Length == 0;
        if (stream.Length + size > LargestLog || (!isNew && !IsOfThisGeneration(stream)))
            return false;
        var data = new byte[(isNew ? HeaderSize : 0) + size];
        var rest = data.AsSpan();
        if (isNew)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, generation);
            rest = rest[HeaderSize..];
        }

        foreach (var (key, value) in entries)
        {
            var record = rest[..(RecordHeaderSize + value.Length)];
            BinaryPrimitives.WriteInt32LittleEndian(record, value.Length);
            MemoryMarshal.Write(record[12..], in key);
            value.CopyTo(record[RecordHeaderSize..]);
            BinaryPrimitives.WriteUInt64LittleEndian(record[4..], XxHash3.HashToUInt64(record[12..]));
            rest = rest[record.Length..];
        }

        stream.Seek(0, SeekOrigin.End);
        stream.Write(data);
        return true;
    }

    public void Delete() => File.Delete(_file);

    private bool IsOfThisGeneration(FileStream stream)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        return stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize
            && BinaryPrimitives.ReadUInt64LittleEndian(header) == generation;
    }
}
