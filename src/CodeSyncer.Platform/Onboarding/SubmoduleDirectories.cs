using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>The git directories of a repository's submodules, whether these are checked out or not. Source: git's documentation, "gitsubmodules" and "gitrepository-layout".</summary>
internal static class SubmoduleDirectories
{
    /// <summary>Those within submodules too, and those of linked work trees.</summary>
    public static IEnumerable<GitRepository> Of(GitRepository repository)
    {
        var trees = Path.Combine(repository.CommonDirectory, "worktrees");
        return new[] { repository.CommonDirectory }.Concat(Directory.Exists(trees) ? Directory.EnumerateDirectories(trees) : [])
            .SelectMany(directory => In(Path.Combine(directory, "modules")));
    }

    /// <summary>A submodule's name may have slashes.</summary>
    private static IEnumerable<GitRepository> In(string folder)
    {
        foreach (var inside in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [])
        {
            var found = GitRepository.TryDiscover(inside);
            var isOne = found?.GitDirectory == inside;
            if (isOne)
                yield return found!;
            foreach (var deeper in In(isOne ? Path.Combine(inside, "modules") : inside))
                yield return deeper;
        }
    }
}
