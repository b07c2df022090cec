namespace CodeSyncer.Core.Endpoints;

/// <summary>What a project is called by people: its folder, unless that says no more than that there is code in it.</summary>
public static class ProjectFolder
{
    private static readonly HashSet<string> Generic = ["src", "app", "source", "code", "main", "server", "lib"];

    /// <param name="folder">Relative to the root of the repository, with <c>/</c>; empty: the root, which has no name of its own.</param>
    public static string NameOf(string folder)
    {
        var parts = folder.Split('/');
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (!Generic.Contains(parts[i]))
                return parts[i];
        }

        return parts[^1];
    }
}
