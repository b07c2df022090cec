using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>What one file says, as bytes to be kept; empty: nothing.</summary>
public delegate byte[] ContentScan(string path, ReadOnlySpan<byte> content);

/// <summary>
/// Asks the files of a repository something that depends on a file's bytes and its path only. The answers are kept by both, so that a file is
/// read once a version; what git knows to be unchanged costs a look at its time stamp.
/// </summary>
/// <param name="name">Of the file of answers; it can be deleted at any time.</param>
/// <param name="version">Raised whenever the answers or their form change: those of before are then asked anew.</param>
/// <param name="isRead">Which paths are asked at all.</param>
public sealed class ContentFacts(Workspace workspace, string name, int version, Func<string, bool> isRead, ContentScan scan)
{
    private const string IndexMark = ":index:";

    private readonly TagCache _cache = TagCache.Open(Path.Combine(workspace.Paths.Cache, name));

    /// <summary>The files, by path, that say something; of the work tree, with untracked ones that are not ignored.</summary>
    public (TrackedFiles Files, List<(string Path, ReadOnlyMemory<byte> Facts)> Found) FromWorkTree(CancellationToken cancel)
    {
        var files = GitListing.Index(workspace.Repository);
        var untracked = Task.Run(() => workspace.Repository.Git().Bytes("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/"), cancel);
        var found = new ConcurrentBag<(string Path, ReadOnlyMemory<byte> Facts)>();
        var read = new ConcurrentBag<(UInt128 Key, byte[] Facts)>();
        var indexTicks = File.GetLastWriteTimeUtc(workspace.Repository.IndexFile).Ticks;
        ParallelFiles.Run(files.Count, () => new FileContent(workspace.Root), (content, i) =>
        {
            if (!IndexTags.Counts(files[i]) && !files[i].IntentToAdd)
                return;
            var path = files.PathText(i);
            if (!isRead(path))
                return;
            if (_cache.TryGet(KeyOf(files.Key(i), path), out var facts) && FileStamp.Of(Path.Combine(workspace.Root, path)) is { } stamp && stamp.IsClean(files[i], indexTicks))
                Found(path, facts);
            else if (content.TryRead(path, out var bytes, out stamp))
                Ask(path, bytes, stamp.IsClean(files[i], indexTicks) ? files.Key(i) : null);
        }, null, cancel);
        var reader = new FileContent(workspace.Root);
        foreach (var path in Encoding.UTF8.GetString(untracked.GetAwaiter().GetResult()).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (isRead(path) && reader.TryRead(path, out var bytes, out _))
                Ask(path, bytes, null);
        }

        foreach (var (key, facts) in read)
            _cache.Mark(key, facts);
        _cache.Save(() => KeysOf(files));
        return (files, [.. found.OrderBy(file => file.Path, StringComparer.Ordinal)]);

        void Found(string path, ReadOnlyMemory<byte> facts)
        {
            if (!facts.IsEmpty)
                found.Add((path, facts));
        }

        void Ask(string path, ReadOnlySpan<byte> bytes, UInt128? blob)
        {
            // What git does not know as it lies is known by its own hash.
            var key = KeyOf(blob ?? XxHash128.HashToUInt128(bytes), path);
            if (blob is null && _cache.TryGet(key, out var known))
            {
                Found(path, known);
                return;
            }

            var facts = scan(path, bytes);
            read.Add((key, facts));
            Found(path, facts);
        }
    }

    /// <summary>What is staged, where a revision is asked for: git has no name for an index, and none of its own reads like this.</summary>
    /// <param name="indexFile">The index-to-be of a running commit; null: the repository's own.</param>
    public static string IndexRevision(string? indexFile) => IndexMark + indexFile;

    /// <summary>Of any commit or tree, or of an index.</summary>
    public (TrackedFiles Files, List<(string Path, ReadOnlyMemory<byte> Facts)> Found) FromRevision(string revision)
    {
        var files = !revision.StartsWith(IndexMark, StringComparison.Ordinal) ? GitListing.Tree(workspace.Repository, revision)
            : GitListing.Index(workspace.Repository, revision.Length > IndexMark.Length ? revision[IndexMark.Length..] : null);
        var found = new List<(string Path, ReadOnlyMemory<byte> Facts)>();
        var unknown = new List<int>();
        for (var i = 0; i < files.Count; i++)
        {
            if (!files[i].IsRegular || !isRead(files.PathText(i)))
                continue;
            if (!_cache.TryGet(KeyOf(files.Key(i), files.PathText(i)), out var facts))
                unknown.Add(i);
            else if (!facts.IsEmpty)
                found.Add((files.PathText(i), facts));
        }

        new BlobReader(workspace.Repository).ReadAll(unknown.ConvertAll(files.IdText), (position, content) =>
        {
            var path = files.PathText(unknown[position]);
            var facts = scan(path, content);
            _cache.Mark(KeyOf(files.Key(unknown[position]), path), facts);
            if (facts.Length > 0)
                found.Add((path, facts));
        });
        _cache.Save(() => KeysOf(files));
        return (files, [.. found.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    private HashSet<UInt128> KeysOf(TrackedFiles files)
    {
        var keys = new HashSet<UInt128>();
        for (var i = 0; i < files.Count; i++)
            keys.Add(KeyOf(files.Key(i), files.PathText(i)));
        return keys;
    }

    private UInt128 KeyOf(UInt128 blob, string path) => blob ^ XxHash128.HashToUInt128(MemoryMarshal.AsBytes(path.AsSpan()), version);
}
