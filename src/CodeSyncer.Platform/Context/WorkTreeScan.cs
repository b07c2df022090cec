using System.Collections.Concurrent;
using System.Text;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// Reads a whole work tree: of a file that git knows to be unchanged, and whose blob is known, only the time stamp;
/// every other file once. Git lists the untracked files meanwhile.
/// </summary>
internal sealed class WorkTreeScan(Workspace workspace, TrackedFiles files, IndexTags indexTags)
{
    private readonly string _root = workspace.Root;
    private readonly long _indexTicks = File.GetLastWriteTimeUtc(workspace.Repository.IndexFile).Ticks;
    private readonly ConcurrentBag<(int Index, string Path, bool MayHold, IReadOnlyList<Tag> Tags)> _clean = [];
    private readonly ConcurrentBag<KnownEdit> _dirty = [];
    private readonly ConcurrentBag<string> _gone = [];

    /// <summary>The tags of the index; <paramref name="edits"/> becomes exactly what differs from it.</summary>
    public List<TaggedFile> Run(KnownEdits edits, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var untracked = Task.Run(ListUntracked, cancel);
        ParallelFiles.Run(files.Count, () => new FileScan(_root), LookAt, progress, cancel);
        foreach (var (i, path, mayHold, tags) in _clean)
            indexTags.Remember(files, i, path, mayHold, tags);
        var tagged = indexTags.Read(files, null, cancel);
        var check = new EditCheck(workspace, files, tagged);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edit in _dirty.Concat(ReadUntracked(untracked.GetAwaiter().GetResult(), cancel)))
        {
            seen.Add(edit.Path);
            check.Note(edits, edit);
        }

        foreach (var path in _gone)
        {
            seen.Add(path);
            check.NoteGone(edits, path);
        }

        foreach (var edit in edits.All.Where(edit => !seen.Contains(edit.Path)).ToList())
            edits.Remove(edit.Path);
        return tagged;
    }

    private void LookAt(FileScan scan, int i)
    {
        var file = files[i];
        if (!IndexTags.Counts(file) && !file.IntentToAdd)
            return;
        var path = files.PathText(i);
        if (indexTags.TryFind(files, i, null))
        {
            var stamp = FileStamp.Of(Path.Combine(_root, path));
            if (stamp is { } known && known.IsClean(file, _indexTicks))
                return;
            if (stamp is null && !file.SkipWorkTree)
                _gone.Add(path);
            if (stamp is null)
                return;
        }

        if (scan.Read(path) is not { } read)
        {
            if (!file.SkipWorkTree && FileStamp.Of(Path.Combine(_root, path)) is null)
                _gone.Add(path);
        }
        else if (read.Stamp.IsClean(file, _indexTicks))
        {
            _clean.Add((i, path, read.MayHold, read.Tags));
        }
        else
        {
            _dirty.Add(new KnownEdit(path, read.Stamp, read.Tags.Count == 0 ? [] : TagCodec.Encode(read.Tags)));
        }
    }

    private List<string> ListUntracked()
    {
        var output = workspace.Repository.Git().Bytes("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/");
        return [.. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => !path.EndsWith('/'))];
    }

    private ConcurrentBag<KnownEdit> ReadUntracked(List<string> paths, CancellationToken cancel)
    {
        var found = new ConcurrentBag<KnownEdit>();
        ParallelFiles.Run(paths.Count, () => new FileScan(_root), (scan, i) =>
        {
            if (FileStamp.Of(Path.Combine(_root, paths[i])) is not null && scan.Read(paths[i]) is { Tags.Count: > 0 } read)
                found.Add(new KnownEdit(paths[i], read.Stamp, TagCodec.Encode(read.Tags)));
        }, null, cancel);
        return found;
    }
}
