namespace CodeSyncer.Platform.Git;

/// <summary>Operations of git that stop half way. Source: the state files that git's own <c>wt-status</c> looks for.</summary>
public static class OperationInProgress
{
    private static readonly (string Path, string Name)[] Marks =
    [
        ("rebase-merge", "rebase"), ("rebase-apply", "rebase or am"), ("MERGE_HEAD", "merge"),
        ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"), ("sequencer", "cherry-pick or revert"),
        ("BISECT_LOG", "bisect"),
    ];

    /// <summary>Its name, or null.</summary>
    public static string? Of(GitRepository repository)
    {
        foreach (var (path, name) in Marks)
        {
            if (Path.Exists(Path.Combine(repository.GitDirectory, path)))
                return name;
        }

        return null;
    }
}
