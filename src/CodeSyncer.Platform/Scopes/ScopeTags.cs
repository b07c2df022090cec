using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Answers queries for tags over all repositories of a scope.</summary>
public static class ScopeTags
{
    /// <summary>The tags of each rig, by rig, path and line. A path narrows the answer to the rig that it is in.</summary>
    public static IReadOnlyList<(RigWorkspace Rig, Tag Tag)> Read(TownScope scope, TagQuery query, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        if (scope.Town is null)
            return [.. new TagReader(scope.Rigs[0].Workspace).Read(query, progress, cancel).Select(tag => (scope.Rigs[0], tag))];
        return [.. scope.Read(rig => Of(rig, query, cancel), cancel).SelectMany(tags => tags)];
    }

    /// <summary>Whether a rig holds one of the paths of a query, or is below one.</summary>
    public static bool IsAbout(RigWorkspace rig, TagQuery query)
    {
        var root = RealPath.Of(rig.Workspace.Repository.WorkTree ?? rig.Workspace.Repository.GitDirectory);
        return query.Paths.Count == 0 || PathsOf(query, root).Any(path => path == root || RealPath.IsWithin(path, root) || RealPath.IsWithin(root, path));
    }

    private static List<(RigWorkspace, Tag)> Of(RigWorkspace rig, TagQuery query, CancellationToken cancel)
    {
        if (!IsAbout(rig, query))
            return [];
        return [.. new TagReader(rig.Workspace).Read(Within(rig, query), null, cancel).Select(tag => (rig, tag))];
    }

    /// <summary>The query as it is about one rig: a folder above it holds all of it.</summary>
    public static TagQuery Within(RigWorkspace rig, TagQuery query)
    {
        var root = RealPath.Of(rig.Workspace.Root);
        var paths = PathsOf(query, root);
        var isAll = paths.Count == 0 || paths.Any(path => path != root && RealPath.IsWithin(root, path));
        return query with { Paths = isAll ? [] : [.. paths.Where(path => path == root || RealPath.IsWithin(path, root))], BaseDirectory = root };
    }

    private static List<string> PathsOf(TagQuery query, string root) => [.. query.Paths.Select(path => Path.GetFullPath(path, query.BaseDirectory ?? root))];
}
