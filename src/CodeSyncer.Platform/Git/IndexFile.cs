using System.Buffers.Binary;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Reads an index file of version 2, 3 or 4. Source of the format: git's documentation, "gitformat-index".
/// A split or sparse index, and anything unknown, is left to git itself (<see cref="GitListing"/>).
/// </summary>
public static class IndexFile
{
    internal const int FixedSize = 40;

    /// <summary>The last bytes of the file: two index files with the same are the same. Null: no file, or no checksum in it.</summary>
    public static byte[]? ReadChecksum(string path, int hashSize)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            var checksum = new byte[hashSize];
            return length > hashSize && RandomAccess.Read(handle, checksum, length - hashSize) == hashSize
                && checksum.AsSpan().ContainsAnyExcept((byte)0) ? checksum : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The entries; null where only git can read this index.</summary>
    public static TrackedFiles? TryRead(string path, int hashSize)
    {
        byte[] data;
        try
        {
            data = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return TrackedFiles.Empty(hashSize);
        }

        try
        {
            return Parse(data, hashSize);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    internal static TrackedFiles? Parse(byte[] data, int hashSize)
    {
        if (data.Length < 12 + hashSize || !data.AsSpan(0, 4).SequenceEqual("DIRC"u8))
            return null;
        var version = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(4));
        if (version is < 2 or > 4)
            return null;
        var files = new TrackedFile[BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(8))];
        var paths = version == 4 ? new PathArena(data.Length) : null;
        var offset = 12;
        for (var i = 0; i < files.Length; i++)
            files[i] = ReadEntry(data, ref offset, version, hashSize, paths);
        var extensions = data.AsSpan(offset, data.Length - hashSize - offset);
        return NeedsGit(extensions)
            ? null
            : new TrackedFiles(data, paths?.ToArray() ?? data, files, hashSize) { Tree = TreeOf(extensions, hashSize), HasStates = true };
    }

    private static TrackedFile ReadEntry(byte[] data, ref int offset, uint version, int hashSize, PathArena? paths)
    {
        var entry = data.AsSpan(offset);
        var flags = BinaryPrimitives.ReadUInt16BigEndian(entry[(FixedSize + hashSize)..]);
        var extended = (flags & 0x4000) != 0;
        var more = extended ? BinaryPrimitives.ReadUInt16BigEndian(entry[(FixedSize + hashSize + 2)..]) : 0;
        var nameOffset = FixedSize + hashSize + (extended ? 4 : 2);
        var (start, length) = paths is null ? PlainName(entry, offset, nameOffset, flags) : paths.Append(entry, nameOffset);
        var file = new TrackedFile
        {
            PathStart = start,
            PathLength = length,
            IdStart = offset + FixedSize,
            Mode = BinaryPrimitives.ReadUInt32BigEndian(entry[24..]),
            Stage = (byte)((flags >> 12) & 3),
            AssumeUnchanged = (flags & 0x8000) != 0,
            SkipWorkTree = (more & 0x4000) != 0,
            IntentToAdd = (more & 0x2000) != 0,
            ModifiedSeconds = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]),
            ModifiedNanoseconds = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]),
            Size = BinaryPrimitives.ReadUInt32BigEndian(entry[36..]),
        };
        offset += paths is null ? (nameOffset + length + 8) & ~7 : nameOffset + paths.LastEncodedLength;
        return file;
    }

    private static (int Start, int Length) PlainName(ReadOnlySpan<byte> entry, int offset, int nameOffset, int flags)
    {
        var length = flags & 0xFFF;
        if (length == 0xFFF)
            length = entry[nameOffset..].IndexOf((byte)0);
        return (offset + nameOffset, length);
    }

    /// <summary>The cached tree comes as <c>TREE</c>: of the root an empty name, a count of entries (-1: not valid), its subtrees, its id.</summary>
    private static string? TreeOf(ReadOnlySpan<byte> extensions, int hashSize)
    {
        while (extensions.Length >= 8)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(extensions[4..]);
            if (extensions[..4].SequenceEqual("TREE"u8))
            {
                var root = extensions.Slice(8, size);
                var id = root[(root.IndexOf((byte)'\n') + 1)..];
                return root[0] == 0 && root[1] != (byte)'-' ? Convert.ToHexStringLower(id[..hashSize]) : null;
            }

            extensions = extensions[(8 + size)..];
        }

        return null;
    }

    /// <summary>Extensions in lower case must be understood: "link" (split index) and "sdir" (sparse index) are git's.</summary>
    private static bool NeedsGit(ReadOnlySpan<byte> extensions)
    {
        while (extensions.Length >= 8)
        {
            if (extensions[0] is >= (byte)'a' and <= (byte)'z')
                return true;
            extensions = extensions[(8 + (int)BinaryPrimitives.ReadUInt32BigEndian(extensions[4..]))..];
        }

        return false;
    }
}
