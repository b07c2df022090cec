using CodeSyncer.Core.Records;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Records;

/// <summary>The history of tags over all repositories of a scope.</summary>
public static class ScopeHistory
{
    public static IReadOnlyList<(string Rig, TagLife Life)> Read(TownScope scope, TagQuery query, CancellationToken cancel = default) =>
        [.. scope.Read(rig => Of(rig, query, cancel), cancel).SelectMany(lives => lives)];

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
