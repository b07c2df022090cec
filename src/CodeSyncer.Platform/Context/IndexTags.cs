using System.Collections.Concurrent;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// The tags of the files of an index or a tree. Known blobs cost a look into the cache; of the others the loose ones
/// are read as they lie, then files of the work tree that git knows to be the same, then the rest through git.
/// </summary>
public sealed class IndexTags(GitRepository repository, TagCache cache)
{
    /// <summary>Stands for a blob that can hold tags, where those depend on the file's name.</summary>
    private static readonly byte[] MayHold = [1];

    /// <summary>From how many unknown blobs on it pays to share the work between threads.</summary>
    private const int ManyFiles = 64;

    /// <summary>Paths whose blobs were read now, because no earlier run had seen them.</summary>
    public IReadOnlyList<string> NewlyRead { get; private set; } = [];

    public List<TaggedFile> Read(TrackedFiles files, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        var tagged = new List<TaggedFile>();
        var unknown = new List<int>();
        for (var i = 0; i < files.Count; i++)
        {
            if (Counts(files[i]) && !TryFind(files, i, tagged))
                unknown.Add(i);
        }

        if (unknown.Count > 0)
        {
            ReadUnknown(files, unknown, progress, cancel);
            foreach (var i in unknown)
                TryFind(files, i, tagged);
            tagged.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        }

        NewlyRead = [.. unknown.Select(files.PathText)];
        return tagged;
    }

    /// <summary>Regular files only: a link's or a submodule's content is no comment. In a conflict, our side counts.</summary>
    internal static bool Counts(in TrackedFile file) => file.IsRegular && file.Stage is 0 or 2 && !file.IntentToAdd;

    /// <summary>All keys under which something is kept for these files.</summary>
    internal static HashSet<UInt128> KeysOf(TrackedFiles files)
    {
        var keys = new HashSet<UInt128>();
        for (var i = 0; i < files.Count; i++)
        {
            keys.Add(files.Key(i));
            keys.Add(TagCache.KeyOf(files.Key(i), EndingOf(files.PathText(i))));
        }

        return keys;
    }

    internal void Remember(TrackedFiles files, int i, string path, bool mayHold, IReadOnlyList<Tag> tags)
    {
        var blob = files.Key(i);
        if (!mayHold)
        {
            cache.AddWithoutTags(blob);
            return;
        }

        cache.Mark(blob, MayHold);
        cache.Add(TagCache.KeyOf(blob, EndingOf(path)), tags);
    }

    /// <summary>Whether the blob is known; adds its file where it holds tags.</summary>
    internal bool TryFind(TrackedFiles files, int i, List<TaggedFile>? tagged)
    {
        var blob = files.Key(i);
        if (!cache.TryGet(blob, out var mark))
            return false;
        if (mark.IsEmpty)
            return true;
        var path = files.PathText(i);
        if (!cache.TryGet(TagCache.KeyOf(blob, EndingOf(path)), out var encoded))
            return false;
        if (!encoded.IsEmpty)
            tagged?.Add(new TaggedFile(path, encoded));
        return true;
    }

    /// <summary>
    /// The same bytes are other comments in another language, and what tells the language is the end of a file's name, or
    /// all of a name without a dot. Asking the catalog itself would cost more than all the rest here.
    /// </summary>
    private static ReadOnlySpan<char> EndingOf(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var dot = name.IndexOf('.');
        return dot < 0 ? name : name[dot..];
    }

    private void ReadUnknown(TrackedFiles files, List<int> unknown, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var rest = unknown;
        var blobs = new BlobReader(repository);
        if (unknown.Count < ManyFiles)
            rest = unknown.FindAll(i => !TryLoose(blobs, files, i));
        if (rest.Count > 0 && repository.WorkTree is { } root)
            rest = ReadClean(files, rest, root, progress, cancel);
        if (rest.Count == 0)
            return;
        var ids = rest.ConvertAll(files.IdText);
        blobs.ReadAll(ids, (position, content) =>
        {
            cancel.ThrowIfCancellationRequested();
            Remember(files, rest[position], content);
        });
    }

    private bool TryLoose(BlobReader blobs, TrackedFiles files, int i)
    {
        if (blobs.TryReadLoose(files.IdText(i)) is not { } content)
            return false;
        Remember(files, i, content);
        return true;
    }

    private void Remember(TrackedFiles files, int i, ReadOnlySpan<byte> content)
    {
        var path = files.PathText(i);
        var mayHold = TagScanner.MayHoldTags(content);
        Remember(files, i, path, mayHold, mayHold ? TagScanner.Scan(path, content) : []);
    }

    /// <summary>Reads what lies in the work tree unchanged; returns what does not.</summary>
    private List<int> ReadClean(TrackedFiles files, List<int> wanted, string root, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var indexTicks = File.GetLastWriteTimeUtc(repository.IndexFile).Ticks;
        var rest = new ConcurrentBag<int>();
        var found = new ConcurrentBag<(int Index, string Path, bool MayHold, IReadOnlyList<Tag> Tags)>();
        ParallelFiles.Run(wanted.Count, () => new FileScan(root), (scan, position) =>
        {
            var i = wanted[position];
            if (files[i].ModifiedSeconds == 0)
            {
                rest.Add(i);
                return;
            }

            var path = files.PathText(i);
            if (scan.Read(path) is { } read && read.Stamp.IsClean(files[i], indexTicks))
                found.Add((i, path, read.MayHold, read.Tags));
            else
                rest.Add(i);
        }, progress, cancel);
        foreach (var (i, path, mayHold, tags) in found)
            Remember(files, i, path, mayHold, tags);
        return [.. rest.Order()];
    }
}
