using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Lint;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Endpoints;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Judges the tags of all repositories of a scope, and what their projects call of each other.</summary>
public static class ScopeLint
{
    public static IReadOnlyList<LintFinding> Run(TownScope scope, bool staged, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        var findings = scope.Read(rig => new LintRun(rig.Workspace).Run(staged, progress, cancel).Select(finding => finding with { Rig = rig.Rig }), cancel).SelectMany(all => all).ToList();
        if (!staged)
            findings.AddRange(Endpoints(scope, cancel));
        return [.. findings.OrderBy(finding => finding.Place, StringComparer.Ordinal).ThenBy(finding => finding.Line)];
    }

    /// <summary>The other rigs of the town say who calls; only what this scope can change is found.</summary>
    private static IEnumerable<LintFinding> Endpoints(TownScope scope, CancellationToken cancel)
    {
        var around = scope.Town is null ? TownScope.Around(scope.Rigs[0].Workspace) : scope;
        var only = scope.Town is null ? around.NameOf(scope.Rigs[0].Workspace.Repository) : null;
        var (map, _) = ScopeEndpoints.Read(around, cancel);
        if (map.Calls.Count == 0)
            return [];
        var before = around.Read(rig => only is null || rig.Rig == only ? Before(rig) : [], cancel).SelectMany(endpoints => endpoints).ToList();
        return EndpointLint.Run(map, before, scope.Rigs[0].Workspace.Settings)
            .Where(finding => only is null || finding.Rig == only).Select(finding => only is null ? finding : finding with { Rig = "" });
    }

    private static IReadOnlyList<Endpoint> Before(RigWorkspace rig)
    {
        var start = BranchStart.Of(rig.Workspace.Repository, rig.Workspace.Paths.BranchStart);
        return (start.Commit ?? start.Head) is { } commit ? new EndpointReader(rig.Workspace).FromRevision(commit, rig.Rig).Endpoints : [];
    }
}
