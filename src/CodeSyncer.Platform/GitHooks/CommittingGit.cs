using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.GitHooks;

/// <summary>
/// The process id of the git whose pre-commit has rendered. The shim of post-commit reads it (hooks/unseen.sh), and does
/// not even start the executable where that very git is its own parent.
/// </summary>
internal static class CommittingGit
{
    /// <summary>Keeps the process id, as sh knows it; null: nothing was rendered.</summary>
    public static void Note(GitRepository repository, string? processId)
    {
        // Only here does sh find the file without asking git where it is.
        var file = new OwnPaths(repository).Committing;
        if (repository.IsLinkedWorkTree)
            return;
        try
        {
            // A first commit gives the branch its start, which post-commit then shows.
            if (processId is { Length: > 0 } && processId.All(char.IsAsciiDigit) && new HeadReader(repository).Commit() is not null)
                File.WriteAllText(file, processId + "\n");
            else
                File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then post-commit looks for itself.
        }
    }
}
