using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Compose;
using CodeSyncer.Core.Endpoints.Readers;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Endpoints;

/// <summary>Reads the endpoints of a repository. What is put together from the files is made anew each time, because a prefix in one file moves the routes of another.</summary>
public sealed class EndpointReader(Workspace workspace)
{
    private readonly ContentFacts _facts = new(workspace, "endpoints.bin", FactsCodec.Version, EndpointScanner.IsRead, (path, content) => FactsCodec.Encode(EndpointScanner.Scan(path, content)));

    /// <summary>Of the work tree, with untracked files that are not ignored.</summary>
    /// <param name="rig">Name that the rows carry; empty: none.</param>
    public RepositoryEndpoints FromWorkTree(string rig = "", CancellationToken cancel = default)
    {
        var (files, found) = _facts.FromWorkTree(cancel);
        return Compose(rig, files, found);
    }

    /// <summary>Of any commit or tree.</summary>
    public RepositoryEndpoints FromRevision(string revision, string rig = "")
    {
        var (files, found) = _facts.FromRevision(revision);
        return Compose(rig, files, found);
    }

    private RepositoryEndpoints Compose(string rig, TrackedFiles files, List<(string Path, ReadOnlyMemory<byte> Facts)> found)
    {
        if (found.Count == 0)
            return RepositoryEndpoints.None;
        var filter = new ContextReader(workspace).FilterOf(files);
        var kept = found.Where(file => !filter.Excludes(file.Path)).Select(file => (file.Path, Facts: FactsCodec.Decode(file.Facts))).ToList();
        var composer = new EndpointComposer(kept, ProjectFolders());
        return new RepositoryEndpoints(
            [.. composer.Endpoints().Select(endpoint => endpoint with { Rig = rig })],
            [.. composer.Calls().Select(call => call with { Rig = rig })],
            [.. composer.Services().Select(service => service with { Rig = rig })],
            [.. kept.Where(file => file.Facts.Problem is not null).Select(file => (file.Path, file.Facts.Problem!))]);
    }

    /// <summary>
    /// The folder of the project that a path belongs to. Beside projects in folders of their own, a folder without a manifest is one too;
    /// where the root is a project, it is all that no other holds.
    /// </summary>
    private Func<string, string> ProjectFolders()
    {
        var all = new ContextReader(workspace).ReadStack().Projects.Select(project => project.Path).Distinct().ToList();
        var folders = all.Where(path => path.Length > 0).OrderByDescending(path => path.Length).ToList();
        var isOfRoot = folders.Count == 0 || all.Contains("");
        var tops = folders.Select(path => path.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return path =>
        {
            if (folders.Find(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)) is { } found)
                return found;
            var top = path.IndexOf('/') is > 0 and var end ? path[..end] : "";
            return isOfRoot || tops.Contains(top) ? "" : top;
        };
    }
}
