using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Where the ledger of a repository stands, found from any of its work trees.</summary>
public static class LedgerPlace
{
    private const int LongestPrefix = 20;

    /// <summary>The store; nothing is made before the first change.</summary>
    public static LedgerStore Open(GitRepository repository) =>
        new(Path.Combine(repository.OwnDirectory, "ledger.git"), PrefixFor(repository));

    /// <summary>The repository's own name in letters and digits, or <c>bd</c>.</summary>
    private static string PrefixFor(GitRepository repository)
    {
        var directory = repository.CommonDirectory;
        var name = Path.GetFileName(directory) == ".git" ? Path.GetFileName(Path.GetDirectoryName(directory)!) : Path.GetFileNameWithoutExtension(directory);
        var prefix = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        prefix = prefix.Length > LongestPrefix ? prefix[..LongestPrefix].Trim('-') : prefix;
        return BeadId.IsValid(prefix) ? prefix : "bd";
    }
}
