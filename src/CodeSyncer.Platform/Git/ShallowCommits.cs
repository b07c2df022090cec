namespace CodeSyncer.Platform.Git;

/// <summary>The commits at which a shallow clone is cut: git shows them as if they had written all that they hold.</summary>
public static class ShallowCommits
{
    /// <summary>Full ids; none: the history is whole. Source of the file: gitrepository-layout(5), "shallow".</summary>
    public static IReadOnlySet<string> Of(GitRepository repository)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(repository.CommonDirectory, "shallow")).Select(line => line.Trim()).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return new HashSet<string>();
        }
    }
}
