using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Ledger;

/// <summary>
/// Where a ledger stands: that of a repository on its own in the repository, found from any of its work trees; that of a
/// town in the town, found from every rig and every work tree of it.
/// </summary>
/// <param name="Directory">The bare repository <c>ledger.git</c>; made by the first change.</param>
/// <param name="Sessions">Where sessions are noted with their processes.</param>
/// <param name="Prefix">Of the ids of a ledger that is made now.</param>
/// <param name="Town">Root of the town; null: a repository on its own.</param>
public sealed record LedgerPlace(string Directory, string Sessions, string Prefix, string? Town)
{
    private const int LongestPrefix = 20;

    public bool Exists => File.Exists(Path.Combine(Directory, "HEAD"));

    /// <exception cref="CodeSyncerException">It is a rig of a town that is not there.</exception>
    public static LedgerPlace Of(GitRepository repository)
    {
        if (TownOf(repository) is { } town)
            return IsTown(town) ? OfTown(town) : throw TownErrors.TownIsGone(town, repository.WorkTree ?? repository.GitDirectory);
        return new LedgerPlace(OwnLedger(repository), Path.Combine(repository.OwnDirectory, "state", "sessions"), PrefixFor(repository), null);
    }

    /// <param name="root">Of the town; absolute.</param>
    public static LedgerPlace OfTown(string root) =>
        new(InTown(root, TownLayout.Ledger), InTown(root, TownLayout.Sessions), Prefixed(Path.GetFileName(Path.TrimEndingDirectorySeparator(root))), root);

    /// <summary>The store; nothing is made before the first change.</summary>
    public static LedgerStore Open(GitRepository repository) => Of(repository).Open();

    public LedgerStore Open() => new(Directory, Prefix);

    /// <summary>The root of the town that a repository is noted as a rig of; null: none.</summary>
    public static string? TownOf(GitRepository repository)
    {
        try
        {
            return File.ReadAllText(TownNote(repository)).Trim() is { Length: > 0 } town ? town : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The root of the town that a path is in: by the repository that it is in, else by the folders above it. Null: none.</summary>
    public static string? TownAround(string path)
    {
        if (GitRepository.TryDiscover(path) is { } repository && TownOf(repository) is { } noted)
            return noted;
        for (var folder = Path.GetFullPath(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsTown(folder))
                return folder;
        }

        return null;
    }

    /// <summary>The file in a repository that names its town.</summary>
    public static string TownNote(GitRepository repository) => Path.Combine(repository.OwnDirectory, "state", "town");

    /// <summary>The ledger of a repository on its own.</summary>
    public static string OwnLedger(GitRepository repository) => Path.Combine(repository.OwnDirectory, "ledger.git");

    public static bool IsTown(string folder) => File.Exists(InTown(folder, TownLayout.SettingsFile));

    private static string InTown(string root, string relative) => Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The repository's own name in letters and digits, or <c>bd</c>.</summary>
    private static string PrefixFor(GitRepository repository)
    {
        var directory = repository.CommonDirectory;
        return Prefixed(Path.GetFileName(directory) == ".git" ? Path.GetFileName(Path.GetDirectoryName(directory)!) : Path.GetFileNameWithoutExtension(directory));
    }

    private static string Prefixed(string name)
    {
        var prefix = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        prefix = prefix.Length > LongestPrefix ? prefix[..LongestPrefix].Trim('-') : prefix;
        return BeadId.IsValid(prefix) ? prefix : "bd";
    }
}
