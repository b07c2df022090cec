using System.Buffers.Binary;
using System.Numerics;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// SHA-1, as git names objects with it. Source: FIPS 180-4, section 6.1. Our own, because the one of .NET loads the
/// system's crypto library at its first use: 3.7 ms of the 12 that a whole ledger write may take.
/// </summary>
internal struct Sha1()
{
    public const int Size = 20;

    private const int BlockSize = 64;

    private readonly byte[] _block = new byte[BlockSize];
    private readonly uint[] _state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
    private int _used;
    private long _length;

    public static byte[] Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var hash = new Sha1();
        hash.Append(first);
        hash.Append(second);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        _length += data.Length;
        if (_used > 0)
        {
            var taken = Math.Min(BlockSize - _used, data.Length);
            data[..taken].CopyTo(_block.AsSpan(_used));
            _used += taken;
            data = data[taken..];
            if (_used < BlockSize)
                return;
            Mix(_block);
            _used = 0;
        }

        for (; data.Length >= BlockSize; data = data[BlockSize..])
            Mix(data);
        data.CopyTo(_block);
        _used = data.Length;
    }

    public byte[] Finish()
    {
        var bits = _length * 8;
        Append([0x80]);
        var zeros = (BlockSize + BlockSize - 8 - _used) % BlockSize;
        Append(stackalloc byte[zeros]);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, bits);
        Append(length);
        var result = new byte[Size];
        for (var i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(i * 4), _state[i]);
        return result;
    }

    private readonly void Mix(ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[80];
        for (var i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < 80; i++)
            words[i] = BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        var (a, b, c, d, e) = (_state[0], _state[1], _state[2], _state[3], _state[4]);
        for (var i = 0; i < 80; i++)
        {
            var (choice, constant) = (i / 20) switch
            {
                0 => ((b & c) | (~b & d), 0x5A827999u),
                1 => (b ^ c ^ d, 0x6ED9EBA1u),
                2 => ((b & c) | (b & d) | (c & d), 0x8F1BBCDCu),
                _ => (b ^ c ^ d, 0xCA62C1D6u),
            };
            var next = unchecked(BitOperations.RotateLeft(a, 5) + choice + e + constant + words[i]);
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }

        unchecked
        {
            _state[0] += a;
            _state[1] += b;
            _state[2] += c;
            _state[3] += d;
            _state[4] += e;
        }
    }
}
