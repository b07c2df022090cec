using System.Text;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// Files of a work tree whose tags differ from the index, as far as <c>sync</c>, <c>watch</c> or an agent's edit has
/// seen them. Hooks look at these again and at no other file, so that nothing shown goes away while it is still there.
/// </summary>
internal sealed class KnownEdits
{
    private const int Version = 1;

    private readonly string _file;
    private readonly SortedDictionary<string, KnownEdit> _edits = new(StringComparer.Ordinal);
    private bool _changed;

    private KnownEdits(string file) => _file = file;

    public IReadOnlyCollection<KnownEdit> All => _edits.Values;

    /// <summary>What an earlier run left; a file that cannot be read counts as empty, the next sync fills it again.</summary>
    public static KnownEdits Open(string file)
    {
        var edits = new KnownEdits(file);
        try
        {
            using var reader = new BinaryReader(File.OpenRead(file), Encoding.UTF8);
            if (reader.ReadInt32() != Version)
                return edits;
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var edit = new KnownEdit(reader.ReadString(), new FileStamp(reader.ReadInt64(), reader.ReadInt64()),
                    reader.ReadBytes(reader.ReadInt32()));
                edits._edits[edit.Path] = edit;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            edits._edits.Clear();
        }

        return edits;
    }

    public void Set(KnownEdit edit)
    {
        if (_edits.TryGetValue(edit.Path, out var old) && old.Stamp == edit.Stamp && old.Encoded.AsSpan().SequenceEqual(edit.Encoded))
            return;
        _edits[edit.Path] = edit;
        _changed = true;
    }

    public void Remove(string path) => _changed |= _edits.Remove(path);

    public void Save()
    {
        if (!_changed)
            return;
        if (_edits.Count == 0)
        {
            File.Delete(_file);
            return;
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(_edits.Count);
        foreach (var edit in _edits.Values)
        {
            writer.Write(edit.Path);
            writer.Write(edit.Stamp.Ticks);
            writer.Write(edit.Stamp.Size);
            writer.Write(edit.Encoded.Length);
            writer.Write(edit.Encoded);
        }

        writer.Flush();
        AtomicFile.Write(_file, stream.ToArray());
        _changed = false;
    }
}
