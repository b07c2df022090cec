namespace CodeSyncer.Platform.Git;

/// <summary>The work trees that share a repository. Source: git's documentation, "gitrepository-layout".</summary>
internal static class WorkTrees
{
    /// <summary>Roots of those that are there, but this one.</summary>
    public static IReadOnlyList<string> Others(GitRepository repository)
    {
        var roots = new List<string>();
        var main = Path.GetDirectoryName(repository.CommonDirectory);
        if (repository.IsLinkedWorkTree && main is not null && Path.GetFileName(repository.CommonDirectory) == ".git")
            roots.Add(main);
        var folder = Path.Combine(repository.CommonDirectory, "worktrees");
        if (!Directory.Exists(folder))
            return roots;
        foreach (var tree in Directory.EnumerateDirectories(folder).Where(tree => tree != repository.GitDirectory))
        {
            try
            {
                if (Path.GetDirectoryName(Path.GetFullPath(File.ReadAllText(Path.Combine(tree, "gitdir")).Trim(), tree)) is { } root && Directory.Exists(root))
                    roots.Add(root);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // Git is about to make it, or to take it away.
            }
        }

        return roots;
    }
}
