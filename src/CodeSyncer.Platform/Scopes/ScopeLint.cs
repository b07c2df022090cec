using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Readers;
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
            findings.AddRange(Endpoints(scope, null, null, cancel));
        else
            findings.AddRange(scope.Rigs.Where(rig => EndpointLint.CanStop(rig.Workspace.Settings)).SelectMany(rig => OfStaged(rig.Workspace, null, null, cancel).Select(finding => finding with { Rig = rig.Rig })));
        return [.. findings.OrderBy(finding => finding.Place, StringComparer.Ordinal).ThenBy(finding => finding.Line)];
    }

    /// <summary>
    /// What the staged files of a repository break. Asked only where the configuration lets it stop a commit (<see cref="EndpointLint.CanStop"/>): it reads
    /// the other rigs, which a commit would otherwise wait for in vain.
    /// </summary>
    /// <param name="indexFile">The index that becomes the commit; null: the repository's own.</param>
    /// <param name="leftOut">Hears of each rig that cannot be read, and why; the others are judged with what is there.</param>
    internal static IEnumerable<LintFinding> OfStaged(Workspace workspace, string? indexFile, Action<string, string>? leftOut, CancellationToken cancel = default)
    {
        var output = workspace.Repository.Git(indexFile).Bytes("diff", "--cached", "--name-only", "--no-renames", "-z");
        var paths = Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return paths.Any(EndpointScanner.IsRead)
            ? Endpoints(TownScope.Of(workspace), ContentFacts.IndexRevision(indexFile), leftOut, cancel).Where(finding => paths.Contains(finding.Path)) : [];
    }

    /// <summary>The other rigs of the town say who calls; only what this scope can change is found.</summary>
    /// <param name="revision">What is judged of the one repository of the scope; null: the work tree.</param>
    private static IEnumerable<LintFinding> Endpoints(TownScope scope, string? revision, Action<string, string>? leftOut, CancellationToken cancel)
    {
        var around = scope.Surroundings();
        foreach (var (rig, problem) in leftOut is null ? [] : around.Missing)
            leftOut!(rig, problem);
        var only = scope.Town is null ? around.NameOf(scope.Rigs[0].Workspace.Repository) : null;
        var map = ScopeEndpoints.Read(around, rig => revision is not null && rig.Rig == only ? revision : null, cancel).Map;
        if (map.Calls.Count == 0)
            return [];
        var before = around.Read(rig => only is null || rig.Rig == only ? EarlierEndpoints.Of(rig) : [], cancel).SelectMany(endpoints => endpoints).ToList();
        var settings = around.Rigs.ToDictionary(rig => rig.Rig, rig => rig.Workspace.Settings, StringComparer.Ordinal);
        return EndpointLint.Run(map, before, rig => settings.GetValueOrDefault(rig, Settings.Default), only)
            .Select(finding => only is null ? finding : finding with { Rig = "" });
    }
}
