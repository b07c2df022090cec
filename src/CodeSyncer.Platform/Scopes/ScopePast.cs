using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Which repositories of a scope a query is about, and have the commit that it asks for.</summary>
public static class ScopePast
{
    /// <summary>
    /// The scope with those rigs only, and the others with the reason: one clone that is younger than the day, or knows no such branch, takes
    /// nothing from the answer of the others.
    /// </summary>
    /// <exception cref="CodeSyncerException">None has it, or a path of the query is in none.</exception>
    public static (TownScope Scope, IReadOnlyList<(string Rig, string Problem)> LeftOut) Narrow(TownScope scope, TagQuery query, CancellationToken cancel = default)
    {
        if (scope.Town is null)
            return (scope, []);
        Check(scope, query);
        if ((query.AsOf ?? query.Rev) is null)
            return (scope, []);
        var asked = scope.Only([.. scope.Rigs.Where(rig => ScopeTags.IsAbout(rig, query))]);
        var problems = asked.Read(rig => ProblemOf(rig.Workspace.Repository, query), cancel);
        var known = asked.Rigs.Where((_, i) => problems[i] is null).ToList();
        if (known.Count == 0 && problems.OfType<CodeSyncerException>().FirstOrDefault() is { } first)
            throw problems.OfType<CodeSyncerException>().FirstOrDefault(problem => problem.Id == "BeforeHistory") ?? first;
        return (scope.Only(known), [.. asked.Rigs.Select((rig, i) => (rig.Rig, problems[i]?.Message)).Where(rig => rig.Message is not null).Select(rig => (rig.Rig, rig.Message!))]);
    }

    private static void Check(TownScope scope, TagQuery query)
    {
        foreach (var path in query.Paths.Where(path => !scope.Rigs.Any(rig => ScopeTags.IsAbout(rig, query with { Paths = [path] }))))
        {
            throw Path.Exists(Path.GetFullPath(path, query.BaseDirectory ?? scope.Town!)) || path.AsSpan().ContainsAny('*', '?')
                ? RecordErrors.InNoRig(path, [.. scope.Rigs.Select(rig => rig.Rig)])
                : ErrorTexts.PathNotFound(path);
        }
    }

    private static CodeSyncerException? ProblemOf(GitRepository repository, TagQuery query)
    {
        try
        {
            if (query.AsOf is { } when)
                _ = CommitAt.Of(repository, when);
            else if (repository.Git().TryText("rev-parse", "--verify", "--quiet", "--end-of-options", query.Rev + "^{tree}") is null)
                return RecordErrors.UnknownRevision(query.Rev!);
            return null;
        }
        catch (CodeSyncerException error)
        {
            return error;
        }
    }
}
