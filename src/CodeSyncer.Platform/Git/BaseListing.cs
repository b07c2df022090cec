using System.Buffers.Binary;
using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// The files of the commit that a branch started from, kept in a form that ten thousand entries of an index can be
/// compared with in a fraction of a millisecond: after the commit's id, per file the length of its path, the path, the
/// mode and the object id, sorted as git sorts.
/// </summary>
public sealed class BaseListing
{
    private const string Prefix = "base-";

    /// <summary>Whoever goes back and forth between branches needs one for each.</summary>
    private const int MostKept = 8;

    private readonly byte[] _data;
    private readonly int _start;

    private BaseListing(byte[] data, int start)
    {
        _data = data;
        _start = start;
    }

    /// <summary>The listing of a commit: as an earlier run left it in <paramref name="folder"/>, else from git.</summary>
    public static BaseListing Of(GitRepository repository, string commit, string folder)
    {
        var name = Encoding.ASCII.GetBytes(commit);
        var file = Path.Combine(folder, $"{Prefix}{commit}.bin");
        try
        {
            var data = File.ReadAllBytes(file);
            if (data.Length > name.Length && data[0] == name.Length && data.AsSpan(1, name.Length).SequenceEqual(name))
                return new BaseListing(data, 1 + name.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Made anew below.
        }

        var made = Build(name, GitListing.Commit(repository, commit));
        try
        {
            AtomicFile.Write(file, made);
            ClearOld(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A repository that cannot be written: the next run asks git again.
        }

        return new BaseListing(made, 1 + name.Length);
    }

    /// <summary>What differs in the files, sorted by path.</summary>
    public List<PathChange> Compare(TrackedFiles files)
    {
        var changes = new List<PathChange>();
        var old = new Cursor(_data, _start, files.HashSize);
        var exists = old.Next();
        for (var i = 0; i < files.Count; i++)
        {
            var path = files.Path(i);
            if (i > 0 && path.SequenceEqual(files.Path(i - 1)))
                continue;
            while (exists && old.Path.SequenceCompareTo(path) < 0)
            {
                changes.Add(new PathChange(Encoding.UTF8.GetString(old.Path), PathChangeKind.Deleted));
                exists = old.Next();
            }

            var same = exists && old.Path.SequenceEqual(path);
            if (!same)
                changes.Add(new PathChange(files.PathText(i), PathChangeKind.Added));
            else if (old.Mode != files[i].Mode || !old.Id.SequenceEqual(files.Id(i)))
                changes.Add(new PathChange(files.PathText(i), PathChangeKind.Modified));
            if (same)
                exists = old.Next();
        }

        for (; exists; exists = old.Next())
            changes.Add(new PathChange(Encoding.UTF8.GetString(old.Path), PathChangeKind.Deleted));
        return changes;
    }

    private static void ClearOld(string folder)
    {
        foreach (var old in new DirectoryInfo(folder).EnumerateFiles(Prefix + "*.bin").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept).ToList())
            old.Delete();
    }

    private static byte[] Build(byte[] commit, TrackedFiles files)
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)commit.Length);
        stream.Write(commit);
        Span<byte> number = stackalloc byte[4];
        for (var i = 0; i < files.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, files.Path(i).Length);
            stream.Write(number);
            stream.Write(files.Path(i));
            BinaryPrimitives.WriteUInt32LittleEndian(number, files[i].Mode);
            stream.Write(number);
            stream.Write(files.Id(i));
        }

        return stream.ToArray();
    }

    private ref struct Cursor(byte[] data, int start, int hashSize)
    {
        private int _next = start;

        public ReadOnlySpan<byte> Path { get; private set; }

        public uint Mode { get; private set; }

        public ReadOnlySpan<byte> Id { get; private set; }

        public bool Next()
        {
            if (_next >= data.Length)
                return false;
            var length = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(_next));
            Path = data.AsSpan(_next + 4, length);
            Mode = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(_next + 4 + length));
            Id = data.AsSpan(_next + 8 + length, hashSize);
            _next += 8 + length + hashSize;
            return true;
        }
    }
}
