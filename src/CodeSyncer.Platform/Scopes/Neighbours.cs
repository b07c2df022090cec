using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Readers;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.Scopes;

/// <summary>What files of a repository have to do with the other projects of its town, or of itself.</summary>
public static class Neighbours
{
    /// <summary>Empty: nothing, or it cannot be told; an agent's event never fails for it.</summary>
    /// <param name="paths">Relative to the root, with <c>/</c>.</param>
    /// <param name="most">Characters.</param>
    public static string Advice(Workspace workspace, string heading, IReadOnlyCollection<string> paths, int most)
    {
        if (most < heading.Length + 100)
            return "";
        try
        {
            // Most edits are of files that neither offer nor call, and never did: those cost a look at their own bytes, and at those of before.
            var ours = paths.Where(path => IsPart(workspace, path)).ToHashSet(StringComparer.Ordinal);
            var before = EarlierEndpoints.Of(new RigWorkspace("", workspace), paths);
            if (ours.Count + before.Count == 0)
                return "";
            var scope = TownScope.Around(workspace);
            var rig = scope.NameOf(workspace.Repository);
            before = [.. before.Select(endpoint => endpoint with { Rig = rig })];
            var (map, _) = ScopeEndpoints.Read(scope);
            var tags = new Dictionary<string, ILookup<string, Tag>>(StringComparer.Ordinal);
            IEnumerable<Tag> TagsOf(string rig, string path)
            {
                if (!tags.TryGetValue(rig, out var ofRig))
                    tags[rig] = ofRig = scope.Rigs.Where(one => one.Rig == rig).SelectMany(one => new ContextReader(one.Workspace).Staged().Tags).ToLookup(tag => tag.Path, StringComparer.Ordinal);
                return ofRig[path];
            }

            return NeighbourAdvice.Render(heading, map, rig, ours, EndpointChanges.Of(map, before), TagsOf, most);
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool IsPart(Workspace workspace, string path) =>
        EndpointScanner.IsRead(path) && new FileContent(workspace.Root).TryRead(path, out var bytes, out _) && EndpointScanner.MayHold(path, bytes)
        && EndpointScanner.Scan(path, bytes) is { } facts && facts.Routes.Count + facts.Calls.Count > 0;
}
