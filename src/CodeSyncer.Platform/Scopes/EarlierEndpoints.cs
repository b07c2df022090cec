using System.Text;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Readers;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Endpoints;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Scopes;

/// <summary>What a rig offered where its branch began.</summary>
internal static class EarlierEndpoints
{
    /// <summary>A longer command line would be no faster than the whole tree.</summary>
    private const int MostNamed = 100;

    public static IReadOnlyList<Endpoint> Of(RigWorkspace rig) =>
        StartOf(rig) is { } commit ? new EndpointReader(rig.Workspace).FromRevision(commit, rig.Rig).Endpoints : [];

    /// <summary>
    /// Those that changes of the given files may have touched. Most changes touch none: those cost a look at the files' old bytes.
    /// </summary>
    /// <param name="paths">Files that are being changed, relative to the root of the rig; of others nothing can be said.</param>
    public static IReadOnlyList<Endpoint> Of(RigWorkspace rig, IReadOnlyCollection<string> paths)
    {
        var read = paths.Where(EndpointScanner.IsRead).ToList();
        if (read.Count == 0 || StartOf(rig) is not { } commit)
            return [];
        var (touched, isWhole) = Touched(rig.Workspace, commit, read);
        if (touched.Count == 0 && !isWhole)
            return [];
        return [.. new EndpointReader(rig.Workspace).FromRevision(commit, rig.Rig).Endpoints.Where(endpoint => isWhole || touched.Contains(endpoint.Path))];
    }

    private static string? StartOf(RigWorkspace rig)
    {
        var start = BranchStart.Of(rig.Workspace.Repository, rig.Workspace.Paths.BranchStart);
        return start.Commit ?? start.Head;
    }

    /// <summary>Files that declared routes and differ now; whether one of them gave prefixes, so that it may have moved the routes of any file.</summary>
    private static (HashSet<string> Paths, bool IsWhole) Touched(Workspace workspace, string commit, List<string> paths)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = false;
        var content = new FileContent(workspace.Root);
        var old = Listed(workspace.Repository, commit, paths);
        new BlobReader(workspace.Repository).ReadAll(old.ConvertAll(file => file.Id), (position, before) =>
        {
            var path = old[position].Path;
            if (!EndpointScanner.MayHold(path, before) || (content.TryRead(path, out var now, out _) && now.SequenceEqual(before)))
                return;
            var facts = EndpointScanner.Scan(path, before);
            if (facts.Routes.Count > 0)
                touched.Add(path);
            isWhole |= Gives(facts);
        });
        return (touched, isWhole);
    }

    private static bool Gives(FileFacts facts) => facts.Mounts.Count + facts.Prefixes.Count > 0;

    private static List<(string Path, string Id)> Listed(GitRepository repository, string commit, List<string> paths)
    {
        var wanted = paths.ToHashSet(StringComparer.Ordinal);
        string[] some = paths.Count <= MostNamed ? [.. paths] : [];
        var rows = Encoding.UTF8.GetString(repository.Git().Bytes(["ls-tree", "-r", "-z", "--full-tree", commit, "--", .. some])).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        // MODE TYPE ID, a tab, PATH; links and submodules declare nothing.
        return [.. rows.Where(row => row.StartsWith("100", StringComparison.Ordinal)).Select(row => (Path: row[(row.IndexOf('\t') + 1)..], Id: row[..row.IndexOf('\t')].Split(' ')[2])).Where(file => wanted.Contains(file.Path))];
    }
}
