using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Platform.Git;

/// <summary>What a sparse checkout takes in: nothing of ours is created outside of it.</summary>
public static class SparseCone
{
    /// <summary>Whether a path may stand in the work tree.</summary>
    public static bool Holds(GitRepository repository, string path)
    {
        var patterns = Path.Combine(repository.GitDirectory, "info", "sparse-checkout");
        if (!File.Exists(patterns) || repository.Git().TryText("config", "--type=bool", "--get", "core.sparseCheckout") != "true")
            return true;
        return new PathGlobs(File.ReadAllLines(patterns), canTakeBack: true).Matches(path);
    }
}
