using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Endpoints;

namespace CodeSyncer.Platform.Scopes;

/// <summary>What the rigs of a scope offer each other and call.</summary>
public static class ScopeEndpoints
{
    /// <summary>The map, and the files that could not be read with the reason, a rig each.</summary>
    public static (EndpointMap Map, IReadOnlyList<(string Rig, string Path, string Problem)> Problems) Read(TownScope scope, CancellationToken cancel = default) =>
        Read(scope, _ => null, cancel);

    /// <summary>What a rig's branch did to endpoints on which others rely; nothing where that cannot be told.</summary>
    /// <param name="paths">The files that it changes.</param>
    public static IReadOnlyList<EndpointChange> Changes(TownScope scope, EndpointMap map, string rig, IReadOnlyCollection<string> paths)
    {
        try
        {
            return scope.Rigs.FirstOrDefault(one => one.Rig == rig) is { } found ? EndpointChanges.Of(map, EarlierEndpoints.Of(found, paths)) : [];
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <param name="revisionOf">What is read of a rig; null: its work tree.</param>
    internal static (EndpointMap Map, IReadOnlyList<(string Rig, string Path, string Problem)> Problems) Read(TownScope scope, Func<RigWorkspace, string?> revisionOf, CancellationToken cancel)
    {
        var all = scope.Read(rig => (rig.Rig, Read: revisionOf(rig) is { } revision ? new EndpointReader(rig.Workspace).FromRevision(revision, rig.Rig) : new EndpointReader(rig.Workspace).FromWorkTree(rig.Rig, cancel)), cancel);
        return (new EndpointMap(all.SelectMany(rig => rig.Read.Endpoints), all.SelectMany(rig => rig.Read.Calls), [.. all.SelectMany(rig => rig.Read.Services)]),
            [.. all.SelectMany(rig => rig.Read.Problems.Select(problem => (rig.Rig, problem.Path, problem.Problem)))]);
    }
}
