using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Agents;

/// <summary>The aliases of git that hold in a repository; asked for only when a command uses a word that git does not know.</summary>
internal sealed class GitAliases(GitRepository repository)
{
    private Dictionary<string, string>? _aliases;

    public string? Find(string name)
    {
        _aliases ??= Read();
        return _aliases.GetValueOrDefault(name);
    }

    private Dictionary<string, string> Read()
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (code, output, _) = repository.Git().Run(null, "config", "--null", "--get-regexp", @"^alias\.");
        if (code != 0)
            return aliases;
        foreach (var entry in System.Text.Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = entry.IndexOf('\n', StringComparison.Ordinal);
            if (end > "alias.".Length)
                aliases[entry["alias.".Length..end]] = entry[(end + 1)..];
        }

        return aliases;
    }
}
