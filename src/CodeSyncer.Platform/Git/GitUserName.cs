namespace CodeSyncer.Platform.Git;

/// <summary>
/// Git's <c>user.name</c> for a repository. Read from the configuration files where they say it plainly; git itself is
/// asked where they include others, and where they say nothing. Source of the files: git-config(1).
/// </summary>
internal static class GitUserName
{
    public static string? Read(GitRepository repository, Func<string, string?> environment)
    {
        if (environment("GIT_CONFIG_COUNT") is not null || environment("GIT_CONFIG_PARAMETERS") is not null)
            return Ask(repository);
        foreach (var file in Files(repository, environment))
        {
            var (name, isPlain) = In(file);
            if (!isPlain)
                return Ask(repository);
            if (name is not null)
                return name;
        }

        return Ask(repository);
    }

    /// <summary>The most specific first.</summary>
    private static IEnumerable<string> Files(GitRepository repository, Func<string, string?> environment)
    {
        yield return Path.Combine(repository.GitDirectory, "config.worktree");
        yield return Path.Combine(repository.CommonDirectory, "config");
        if (environment("GIT_CONFIG_GLOBAL") is { } global)
        {
            yield return global;
            yield break;
        }

        var home = environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return Path.Combine(home, ".gitconfig");
        yield return Path.Combine(environment("XDG_CONFIG_HOME") is { Length: > 0 } configuration ? configuration : Path.Combine(home, ".config"), "git", "config");
    }

    private static (string? Name, bool IsPlain) In(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, true);
        }

        string? name = null;
        var isUser = false;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                if (line.StartsWith("[include", StringComparison.OrdinalIgnoreCase) || line.IndexOf(']', StringComparison.Ordinal) < line.Length - 1)
                    return (null, false);
                isUser = line.Equals("[user]", StringComparison.OrdinalIgnoreCase);
            }
            else if (isUser && line.StartsWith("name", StringComparison.OrdinalIgnoreCase) && line[4..].TrimStart() is ['=', ..] rest)
            {
                name = rest[1..].Trim();
                if (name.AsSpan().IndexOfAny("\"\\#;") >= 0)
                    return (null, false);
            }
        }

        return (string.IsNullOrEmpty(name) ? null : name, true);
    }

    private static string? Ask(GitRepository repository) =>
        repository.Git().TryText("config", "user.name") is { Length: > 0 } name ? name : null;
}
