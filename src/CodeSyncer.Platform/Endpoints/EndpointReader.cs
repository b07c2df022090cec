using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Endpoints;

/// <summary>
/// Reads the endpoints of a repository. A file is read once a version, its facts are kept by blob and path; what is put together
/// from them is made anew, because a prefix in one file moves the routes of another.
/// </summary>
public sealed class EndpointReader(Workspace workspace)
{
    /// <summary>Kept beside the tags, and as disposable.</summary>
    private string CacheFile => Path.Combine(workspace.Paths.Cache, "endpoints.bin");

    /// <summary>Of the work tree, with untracked files that are not ignored.</summary>
    /// <param name="rig">Name that the rows carry; empty: none.</param>
    public RepositoryEndpoints FromWorkTree(string rig = "", CancellationToken cancel = default)
    {
        var files = GitListing.Index(workspace.Repository);
        var untracked = Task.Run(() => workspace.Repository.Git().Bytes("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/"), cancel);
        var cache = TagCache.Open(CacheFile);
        var found = new ConcurrentBag<(string Path, FileFacts Facts)>();
        var read = new ConcurrentBag<(UInt128 Key, byte[] Encoded)>();
        var indexTicks = File.GetLastWriteTimeUtc(workspace.Repository.IndexFile).Ticks;
        ParallelFiles.Run(files.Count, () => new FileContent(workspace.Root), (content, i) =>
        {
            if (!IndexTags.Counts(files[i]) && !files[i].IntentToAdd)
                return;
            var path = files.PathText(i);
            if (!EndpointScanner.IsRead(path))
                return;
            var known = cache.TryGet(KeyOf(files.Key(i), path), out var encoded);
            if (known && FileStamp.Of(Path.Combine(workspace.Root, path)) is { } stamp && stamp.IsClean(files[i], indexTicks))
            {
                if (!encoded.IsEmpty)
                    found.Add((path, FactsCodec.Decode(encoded)));
                return;
            }

            if (content.TryRead(path, out var bytes, out stamp))
                Take(path, bytes, stamp.IsClean(files[i], indexTicks) ? files.Key(i) : null);
        }, null, cancel);
        foreach (var path in Encoding.UTF8.GetString(untracked.GetAwaiter().GetResult()).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (EndpointScanner.IsRead(path) && new FileContent(workspace.Root).TryRead(path, out var bytes, out _))
                Take(path, bytes, null);
        }

        foreach (var (key, encoded) in read)
            cache.Mark(key, encoded);
        cache.Save(() => KeysOf(files));
        return Compose(rig, files, found);

        void Take(string path, ReadOnlySpan<byte> bytes, UInt128? blob)
        {
            var key = KeyOf(blob ?? XxHash128.HashToUInt128(bytes), path);
            if (blob is null && cache.TryGet(key, out var encoded))
            {
                if (!encoded.IsEmpty)
                    found.Add((path, FactsCodec.Decode(encoded)));
                return;
            }

            var facts = EndpointScanner.Scan(path, bytes);
            read.Add((key, FactsCodec.Encode(facts)));
            if (!facts.IsEmpty)
                found.Add((path, facts));
        }
    }

    /// <summary>Of any commit or tree.</summary>
    public RepositoryEndpoints FromRevision(string revision, string rig = "")
    {
        var files = GitListing.Tree(workspace.Repository, revision);
        var cache = TagCache.Open(CacheFile);
        var found = new List<(string Path, FileFacts Facts)>();
        var unknown = new List<int>();
        for (var i = 0; i < files.Count; i++)
        {
            if (!files[i].IsRegular || !EndpointScanner.IsRead(files.PathText(i)))
                continue;
            if (!cache.TryGet(KeyOf(files.Key(i), files.PathText(i)), out var encoded))
                unknown.Add(i);
            else if (!encoded.IsEmpty)
                found.Add((files.PathText(i), FactsCodec.Decode(encoded)));
        }

        new BlobReader(workspace.Repository).ReadAll(unknown.ConvertAll(files.IdText), (position, content) =>
        {
            var i = unknown[position];
            var facts = EndpointScanner.Scan(files.PathText(i), content);
            cache.Mark(KeyOf(files.Key(i), files.PathText(i)), FactsCodec.Encode(facts));
            if (!facts.IsEmpty)
                found.Add((files.PathText(i), facts));
        });
        cache.Save(() => KeysOf(files));
        return Compose(rig, files, found);
    }

    private RepositoryEndpoints Compose(string rig, TrackedFiles files, IEnumerable<(string Path, FileFacts Facts)> found)
    {
        var filter = new ContextReader(workspace).FilterOf(files);
        var kept = found.Where(file => !filter.Excludes(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
            return new RepositoryEndpoints([], [], []);
        var folders = new ContextReader(workspace).ReadStack().Projects.Select(project => project.Path).Where(path => path.Length > 0).Distinct().OrderByDescending(path => path.Length).ToList();
        string ProjectOf(string path) => folders.Find(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)) ?? "";
        var composer = new EndpointComposer(kept, ProjectOf);
        return new RepositoryEndpoints(
            [.. composer.Endpoints().Select(endpoint => endpoint with { Rig = rig })],
            [.. composer.Calls().Select(call => call with { Rig = rig })],
            [.. kept.Where(file => file.Facts.Problem is not null).Select(file => (file.Path, file.Facts.Problem!))]);
    }

    private static HashSet<UInt128> KeysOf(TrackedFiles files)
    {
        var keys = new HashSet<UInt128>();
        for (var i = 0; i < files.Count; i++)
            keys.Add(KeyOf(files.Key(i), files.PathText(i)));
        return keys;
    }

    /// <summary>The path matters too: it tells the language, what is a test, and with some frameworks the route.</summary>
    private static UInt128 KeyOf(UInt128 blob, string path) => blob ^ XxHash128.HashToUInt128(MemoryMarshal.AsBytes(path.AsSpan()));
}
