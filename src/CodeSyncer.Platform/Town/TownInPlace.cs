using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Town;

/// <summary>Makes a folder of clones a town: each becomes a rig where it stands, nothing moves. And takes all of it back.</summary>
public sealed class TownInPlace
{
    private readonly string _root;

    /// <exception cref="CodeSyncerException">The folder is in a repository or in another town, or holds no clone.</exception>
    public TownInPlace(string folder)
    {
        _root = Path.GetFullPath(folder);
        if (!Directory.Exists(_root))
            throw ErrorTexts.PathNotFound(folder);
        if (GitRepository.TryDiscover(_root) is { } repository)
            throw TownErrors.TownInRepository(_root, repository.WorkTree ?? repository.GitDirectory);
        if (LedgerPlace.TownAround(_root) is { } town && RealPath.Of(town) != RealPath.Of(_root))
            throw TownErrors.TownInTown(_root, town);
        _root = RealPath.Of(_root);
        IsTown = LedgerPlace.IsTown(_root);
        var rigs = IsTown ? TownFiles.Read(_root).Rigs : [];
        Rigs = rigs;
        var known = rigs.Select(rig => RealPath.Of(Path.GetFullPath(rig.Path, _root))).ToHashSet(StringComparer.Ordinal);
        Clones = [.. FolderClones.In(_root, [.. rigs.Select(rig => rig.Name)]).Where(clone => !known.Contains(clone.Path))];
        if (!IsTown && Clones.All(clone => clone.Refusal is not null))
            throw TownErrors.NoClones(_root);
    }

    public bool IsTown { get; }

    /// <summary>Rigs that it has already.</summary>
    public IReadOnlyList<RigSettings> Rigs { get; }

    /// <summary>Clones that are no rigs yet.</summary>
    public IReadOnlyList<FolderClone> Clones { get; }

    /// <summary>
    /// Whether a path is a folder that holds clones and is in none, or a town: what <c>init</c> makes a town of. A home directory is never meant: it
    /// holds whatever a person ever cloned.
    /// </summary>
    public static bool IsFolderOfClones(string path) =>
        Directory.Exists(path) && GitRepository.TryDiscover(path) is null
        && (LedgerPlace.IsTown(path) || (LedgerPlace.TownAround(path) is null && !IsHome(path) && FolderClones.In(path, []).Any(clone => clone.Refusal is null)));

    /// <summary>Makes the town, where it is none.</summary>
    public void Found()
    {
        if (!IsTown)
            TownFounding.Create(_root, null);
    }

    private static bool IsHome(string path) =>
        Path.GetDirectoryName(Path.GetFullPath(path)) is null || RealPath.Of(path) == RealPath.Of(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>Makes one clone a rig.</summary>
    public void Adopt(FolderClone clone)
    {
        using var town = TownWorkspace.Open(_root);
        new RigDesk(town).Add(clone.Name, clone.Path, null);
    }

    /// <summary>Takes a rig out again; its clone stays where it is, its beads go back into it.</summary>
    /// <exception cref="CodeSyncerException">Work in it is not saved or has not landed.</exception>
    public void Release(RigSettings rig)
    {
        using var town = TownWorkspace.Open(_root);
        new RigDesk(town).Remove(rig.Name, force: false);
    }

    /// <summary>
    /// Takes the town itself away, once no rig is left: documents, settings that nobody changed beyond the rigs, and the ledger if nothing is in it.
    /// </summary>
    /// <returns>What stays, and why.</returns>
    public IReadOnlyList<string> Dissolve(bool purge)
    {
        var kept = new List<string>();
        TownDocuments.RemoveIntact(_root);
        bool isEmpty;
        using (var town = TownWorkspace.Open(_root))
        {
            var index = town.Store.Index();
            isEmpty = index.Items(Core.Ledger.LedgerPath.Beads).Count == 0 && index.Items(Core.Ledger.LedgerPath.MailKind).Count == 0
                && index.Items(Core.Ledger.LedgerPath.Handoffs).Count == 0 && index.Items(Core.Ledger.LedgerPath.Convoys).Count == 0;
        }

        var folder = Path.Combine(_root, TownLayout.Folder);
        if (isEmpty || purge)
        {
            RigHub.DeleteFolder(Path.Combine(_root, TownLayout.Ledger.Replace('/', Path.DirectorySeparatorChar)));
            File.Delete(TownFiles.FileOf(_root));
            File.Delete(TownFiles.FileOf(_root) + ".lock");
            RigHub.DeleteFolder(Path.Combine(_root, TownLayout.State.Replace('/', Path.DirectorySeparatorChar)));
            RigHub.DeleteFolder(Path.Combine(folder, "cache"));
            if (purge)
                RigHub.DeleteFolder(Path.Combine(_root, TownLayout.Logs.Replace('/', Path.DirectorySeparatorChar)));
            foreach (var empty in Directory.Exists(folder) ? Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).OrderByDescending(path => path.Length).Append(folder) : [])
            {
                if (!Directory.EnumerateFileSystemEntries(empty).Any())
                    Directory.Delete(empty);
            }

            if (Directory.Exists(folder))
                kept.Add($"{folder}: what is in it is not ours");
        }
        else
        {
            kept.Add($"{folder}: the town's ledger holds items; '--purge' deletes them");
        }

        return kept;
    }
}
