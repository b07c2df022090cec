namespace CodeSyncer.Platform.Git;

/// <summary>Collects paths one behind the other; knows the prefix compression of index version 4.</summary>
internal sealed class PathArena(int capacity)
{
    private byte[] _bytes = new byte[Math.Max(capacity, 256)];
    private int _length;
    private int _lastStart;
    private int _lastLength;

    /// <summary>Bytes that the last compressed name took in the index.</summary>
    public int LastEncodedLength { get; private set; }

    public byte[] ToArray() => _bytes;

    public (int Start, int Length) Append(ReadOnlySpan<byte> path)
    {
        Reserve(path.Length);
        path.CopyTo(_bytes.AsSpan(_length));
        return Take(path.Length);
    }

    /// <summary>A name of index version 4: how many bytes to drop from the name before (a variable-width number), then the rest, NUL.</summary>
    public (int Start, int Length) Append(ReadOnlySpan<byte> entry, int nameOffset)
    {
        var position = nameOffset;
        long drop = entry[position] & 0x7F;
        while ((entry[position++] & 0x80) != 0)
            drop = ((drop + 1) << 7) | (uint)(entry[position] & 0x7F);
        var rest = entry[position..];
        rest = rest[..rest.IndexOf((byte)0)];
        var kept = checked((int)(_lastLength - drop));
        Reserve(kept + rest.Length);
        _bytes.AsSpan(_lastStart, kept).CopyTo(_bytes.AsSpan(_length));
        rest.CopyTo(_bytes.AsSpan(_length + kept));
        LastEncodedLength = position - nameOffset + rest.Length + 1;
        return Take(kept + rest.Length);
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }

    private (int Start, int Length) Take(int length)
    {
        _lastStart = _length;
        _lastLength = length;
        _length += length;
        return (_lastStart, length);
    }
}
