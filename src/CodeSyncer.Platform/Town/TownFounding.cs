using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Town;

/// <summary>Makes a town in a folder of its own.</summary>
public static class TownFounding
{
    /// <summary>Said again it changes nothing.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="CodeSyncerException">The folder is in a repository or in another town, or cannot be written.</exception>
    public static bool Create(string path, string? name)
    {
        var root = Path.GetFullPath(path);
        if (LedgerPlace.IsTown(root))
            return false;
        var existing = root;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            existing = parent;
        if (GitRepository.TryDiscover(existing) is { } repository)
            throw TownErrors.TownInRepository(root, repository.WorkTree ?? repository.GitDirectory);
        if (LedgerPlace.TownAround(existing) is { } town)
            throw TownErrors.TownInTown(root, town);
        try
        {
            Directory.CreateDirectory(Path.Combine(root, TownLayout.Folder));
            AtomicFile.Write(TownFiles.FileOf(root), TownYaml.New(name ?? Path.GetFileName(root)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotWrite(root, error);
        }

        using var store = LedgerPlace.OfTown(root).Open();
        store.Prepare();
        return true;
    }
}
