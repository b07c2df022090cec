using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>Compares files of the work tree with what the index holds for them.</summary>
internal sealed class EditCheck(Workspace workspace, TrackedFiles files, IReadOnlyList<TaggedFile> tagged)
{
    private readonly long _indexTicks = File.GetLastWriteTimeUtc(workspace.Repository.IndexFile).Ticks;
    private readonly Lazy<Dictionary<string, byte[]>> _inIndex = new(() => tagged.ToDictionary(file => file.Path, file => file.Encoded.ToArray(), StringComparer.Ordinal));

    /// <summary>Looks again at each known edit: kept, brought up to date, or dropped where the index says the same now.</summary>
    public void Again(KnownEdits edits)
    {
        if (edits.All.Count == 0)
            return;
        var scan = new FileScan(workspace.Root);
        foreach (var edit in edits.All.ToList())
            Look(scan, edits, edit.Path, edit);
    }

    /// <summary>Looks at files of which it is known only that they may have been edited.</summary>
    public void Look(KnownEdits edits, IEnumerable<string> paths)
    {
        var scan = new FileScan(workspace.Root);
        var known = edits.All.ToDictionary(edit => edit.Path, StringComparer.Ordinal);
        foreach (var path in paths)
            Look(scan, edits, path, known.GetValueOrDefault(path));
    }

    private void Look(FileScan scan, KnownEdits edits, string path, KnownEdit? known)
    {
        var entry = files.Find(path);
        var stamp = FileStamp.Of(Path.Combine(workspace.Root, path));
        if (stamp is null)
            NoteGone(edits, path);
        else if (entry >= 0 && stamp.Value.IsClean(files[entry], _indexTicks))
            edits.Remove(path);
        else if (known is not null && stamp == known.Stamp)
            Note(edits, known);
        else if (scan.Read(path) is { } read)
            Note(edits, new KnownEdit(path, read.Stamp, read.Tags.Count == 0 ? [] : TagCodec.Encode(read.Tags)));
    }

    /// <summary>
    /// A commit that takes files straight from the work tree may still be given up, and then the index forgets them:
    /// they are edits that are known already.
    /// </summary>
    public void NoteNew(KnownEdits edits, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            if (_inIndex.Value.TryGetValue(path, out var encoded) && FileStamp.Of(Path.Combine(workspace.Root, path)) is { } stamp)
                edits.Set(new KnownEdit(path, stamp, encoded));
        }
    }

    /// <summary>Keeps an edit whose tags differ from the index, drops any other.</summary>
    public void Note(KnownEdits edits, KnownEdit edit)
    {
        if (edit.Encoded.AsSpan().SequenceEqual(_inIndex.Value.GetValueOrDefault(edit.Path, [])))
            edits.Remove(edit.Path);
        else
            edits.Set(edit);
    }

    /// <summary>A tracked file with tags that is no longer there takes its tags with it.</summary>
    public void NoteGone(KnownEdits edits, string path)
    {
        if (_inIndex.Value.ContainsKey(path))
            edits.Set(new KnownEdit(path, KnownEdit.Gone, []));
        else
            edits.Remove(path);
    }

    /// <summary>The files of the index with the edits laid over them.</summary>
    public static List<TaggedFile> Overlay(List<TaggedFile> files, KnownEdits edits)
    {
        if (edits.All.Count == 0)
            return files;
        var edited = edits.All.ToDictionary(edit => edit.Path, StringComparer.Ordinal);
        var result = files.FindAll(file => !edited.ContainsKey(file.Path));
        result.AddRange(edited.Values.Where(edit => edit.Encoded.Length > 0).Select(edit => new TaggedFile(edit.Path, edit.Encoded)));
        result.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return result;
    }
}
