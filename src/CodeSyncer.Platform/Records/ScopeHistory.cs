using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Records;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.History;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Records;

/// <summary>The history of tags over all repositories of a scope.</summary>
public static class ScopeHistory
{
    /// <exception cref="CodeSyncerException">A path that is not there now was never there either.</exception>
    public static IReadOnlyList<(string Rig, TagLife Life)> Read(TownScope scope, TagQuery query, CancellationToken cancel = default)
    {
        var lives = scope.Read(rig => scope.Town is null ? Of(rig, query, cancel) : ScopeTags.IsAbout(rig, query) ? Of(rig, ScopeTags.Within(rig, query), cancel) : [], cancel).SelectMany(of => of).ToList();
        if (lives.Count == 0 && query.Paths.FirstOrDefault(path => !query.MayBeThere(path)) is { } gone)
            throw ErrorTexts.PathNotFound(gone);
        return lives;
    }

    /// <summary>Rigs whose older commits are not here.</summary>
    public static IEnumerable<string> Shallow(TownScope scope) => scope.Rigs.Where(rig => new HistoryReader(rig.Workspace).IsShallow).Select(rig => rig.Rig);

    /// <summary>Of one of them.</summary>
    public static List<(string Rig, TagLife Life)> Of(RigWorkspace rig, TagQuery query, CancellationToken cancel)
    {
        var reader = new TagReader(rig.Workspace);
        var revision = query.AsOf is null ? query.Rev : CommitAt.Of(rig.Workspace.Repository, query.AsOf);
        return [.. new HistoryReader(rig.Workspace).Read(revision, cancel)
            .Where(life => reader.Fits(life.Tag, query) || life.Events.Any(one => reader.Fits(one.Tag, query))).Select(life => (rig.Rig, life))];
    }
}
