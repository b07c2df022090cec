using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.History;

/// <summary>
/// What the commits of a repository did to its tags, kept by commit id: a commit never changes, so that it is read once. One file,
/// written whole; damaged or of another build it is made anew.
/// </summary>
internal sealed class HistoryLog
{
    private const uint Magic = 0x48_53_43_31;

    private readonly string _file;
    private readonly Dictionary<string, CommitTags> _commits = new(StringComparer.Ordinal);

    private HistoryLog(string file) => _file = file;

    /// <summary>Commits whose whole ancestry is in here.</summary>
    public HashSet<string> Tips { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, CommitTags> Commits => _commits;

    public static HistoryLog Open(string file)
    {
        var log = new HistoryLog(file);
        try
        {
            log.Read(File.ReadAllBytes(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or FormatException)
        {
            log._commits.Clear();
            log.Tips.Clear();
        }

        return log;
    }

    public void Add(CommitTags commit) => _commits[commit.Commit] = commit;

    public void Save()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write7BitEncodedInt(Tips.Count);
        foreach (var tip in Tips)
            writer.Write(tip);
        writer.Write7BitEncodedInt(_commits.Count);
        foreach (var commit in _commits.Values)
        {
            writer.Write(commit.Commit);
            writer.Write(commit.Author);
            writer.Write(commit.AuthoredAt.Ticks);
            writer.Write((short)commit.AuthoredAt.Offset.TotalMinutes);
            writer.Write(commit.Subject);
            writer.Write(commit.IsCut);
            Write(writer, commit.Removed);
            Write(writer, commit.Added);
        }

        writer.Flush();
        var body = stream.ToArray();
        var data = new byte[body.Length + 20];
        BinaryPrimitives.WriteUInt32LittleEndian(data, Magic);
        BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(4), Build);
        BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(12), XxHash3.HashToUInt64(body));
        body.CopyTo(data.AsSpan(20));
        try
        {
            AtomicFile.Write(_file, data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A repository that cannot be written is read again next time.
        }
    }

    private void Read(byte[] data)
    {
        if (data.Length < 20 || BinaryPrimitives.ReadUInt32LittleEndian(data) != Magic || BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(4)) != Build
            || BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(12)) != XxHash3.HashToUInt64(data.AsSpan(20)))
            throw new InvalidDataException("another build's log, or a damaged one");
        using var reader = new BinaryReader(new MemoryStream(data, 20, data.Length - 20), Encoding.UTF8);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
            Tips.Add(reader.ReadString());
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            var id = reader.ReadString();
            var author = reader.ReadString();
            var ticks = reader.ReadInt64();
            var when = new DateTimeOffset(ticks, TimeSpan.FromMinutes(reader.ReadInt16()));
            _commits[id] = new CommitTags(id, author, when, reader.ReadString(), reader.ReadBoolean(), ReadTags(reader), ReadTags(reader));
        }
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<Tag> tags)
    {
        var files = tags.GroupBy(tag => tag.Path, StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(files.Count);
        foreach (var file in files)
        {
            writer.Write(file.Key);
            var encoded = TagCodec.Encode([.. file]);
            writer.Write7BitEncodedInt(encoded.Length);
            writer.Write(encoded);
        }
    }

    private static List<Tag> ReadTags(BinaryReader reader)
    {
        var tags = new List<Tag>();
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            var path = reader.ReadString();
            tags.AddRange(TagCodec.Decode(reader.ReadBytes(reader.Read7BitEncodedInt()), path));
        }

        return tags;
    }

    /// <summary>Another build of the scanner may find other tags.</summary>
    private static ulong Build { get; } = XxHash3.HashToUInt64(Encoding.ASCII.GetBytes(typeof(TagScanner).Assembly.ManifestModule.ModuleVersionId.ToString()));
}
