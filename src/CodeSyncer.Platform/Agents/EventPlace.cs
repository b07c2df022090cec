using CodeSyncer.Core.Agents;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Agents;

/// <summary>
/// Which repository an event is about. An agent's shell walks around: where it stands outside, or in a repository within
/// the repository, that of the agent's project counts, or that of the file it edits.
/// </summary>
internal sealed class EventPlace(AgentProfile agent, AgentEvent reported, string directory, Func<string, string?> environment)
{
    /// <summary>The first one that opted in; else the one where the agent stands; null: none.</summary>
    public GitRepository? Find()
    {
        var here = GitRepository.TryDiscover(directory);
        if (IsOurs(here))
            return here;
        foreach (var place in Projects().Concat(Edited()))
        {
            if (GitRepository.TryDiscover(place) is { } repository && IsOurs(repository))
                return repository;
        }

        return here;
    }

    /// <summary>All of them: one edit, made from outside of every repository, may be of files in several.</summary>
    public IReadOnlyList<GitRepository> FindAll()
    {
        var first = Find();
        if (first is null)
            return [];
        if (GitRepository.TryDiscover(directory) is not null || Projects().Any(place => IsOurs(GitRepository.TryDiscover(place))))
            return [first];
        return [first, .. Edited().Select(GitRepository.TryDiscover).OfType<GitRepository>().Where(IsOurs).Where(other => other.WorkTree != first.WorkTree).DistinctBy(other => other.WorkTree)];
    }

    private IEnumerable<string> Projects()
    {
        if (agent.ProjectVariable is { } variable && environment(variable) is { Length: > 0 } project && Path.IsPathFullyQualified(project))
            yield return project;
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(directory)) is { } above)
            yield return above;
    }

    private IEnumerable<string> Edited()
    {
        foreach (var edit in reported.Edits)
        {
            string path;
            try
            {
                path = Path.GetFullPath(edit, directory);
            }
            catch (ArgumentException)
            {
                continue;
            }

            yield return Path.GetDirectoryName(path) ?? path;
        }
    }

    private static bool IsOurs(GitRepository? repository) => repository?.WorkTree is not null && File.Exists(new OwnPaths(repository).Enabled);
}
