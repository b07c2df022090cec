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

    private static List<(RigWorkspace, Tag)> Of(RigWorkspace rig, TagQuery query, CancellationToken cancel)
    {
        var root = RealPath.Of(rig.Workspace.Root);
        var paths = query.Paths.Select(path => Path.GetFullPath(path, query.BaseDirectory ?? root)).ToList();
        var within = paths.Where(path => path == root || RealPath.IsWithin(path, root)).ToList();
        // A folder above the rig holds all of it.
        var isAll = paths.Count == 0 || paths.Any(path => RealPath.IsWithin(root, path));
        if (!isAll && within.Count == 0)
            return [];
        return [.. new TagReader(rig.Workspace).Read(query with { Paths = isAll ? [] : within, BaseDirectory = root }, null, cancel).Select(tag => (rig, tag))];
    }
}
