using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Context;
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
            throw File.Exists(_root) ? ErrorTexts.NotARepository(folder) : ErrorTexts.PathNotFound(folder);
        if (GitRepository.TryDiscover(_root) is { } repository)
            throw TownErrors.TownInRepository(_root, repository.WorkTree ?? repository.GitDirectory);
        if (LedgerPlace.TownAround(_root) is { } town && RealPath.Of(town) != RealPath.Of(_root))
            throw TownErrors.TownInTown(_root, town);
        if (!LedgerPlace.IsTown(_root) && IsHome(_root))
            throw TownErrors.HomeIsNoTown(_root);
        _root = RealPath.Of(_root);
        IsTown = LedgerPlace.IsTown(_root);
        var rigs = IsTown ? TownFiles.Read(_root).Rigs : [];
        Rigs = rigs;
        var known = rigs.Select(rig => RealPath.Of(Path.GetFullPath(rig.Path, _root))).ToHashSet(StringComparer.Ordinal);
        Clones = [.. FolderClones.In(_root, [.. rigs.Select(rig => rig.Name)]).Where(clone => !known.Contains(clone.Path))];
        if (!IsTown && Clones.All(clone => clone.Refusal is not null))
            throw TownErrors.NoClones(_root, FolderClones.MostLevels, [.. Clones.Take(5).Select(clone => $"'{Path.GetRelativePath(_root, clone.Path)}': {clone.Refusal}")]);
    }

    public bool IsTown { get; }

    /// <summary>Rigs that it has already.</summary>
    public IReadOnlyList<RigSettings> Rigs { get; }

    /// <summary>Clones that are no rigs yet.</summary>
    public IReadOnlyList<FolderClone> Clones { get; }

    /// <summary>Whether a path is a folder in no repository: <c>init</c> makes a town of it, or says why not.</summary>
    public static bool IsMeant(string path) => Directory.Exists(path) && GitRepository.TryDiscover(path) is null;

    /// <summary>The repository that a path is in; where it is in none, and no town is meant, the error says what could be one.</summary>
    /// <exception cref="CodeSyncerException">It is in none.</exception>
    public static GitRepository RepositoryAt(string path)
    {
        if (GitRepository.TryDiscover(path) is { } repository)
            return repository;
        var clones = Directory.Exists(path) && !IsHome(path) ? FolderClones.In(path, []).Where(clone => clone.Refusal is null).Select(clone => clone.Name).ToList() : [];
        throw clones.Count > 0 ? TownErrors.NoTownYet(path, clones) : ErrorTexts.NotARepository(path);
    }

    /// <summary>Notes in a clone that was a rig here, and still holds what is the person's own, that it was: nothing else would tell <see cref="Leftovers"/>.</summary>
    public void NoteLeft(GitRepository repository)
    {
        if (Directory.Exists(repository.OwnDirectory))
            AtomicFile.Write(LeftNote(repository), _root + "\n");
    }

    /// <summary>
    /// Clones here that were rigs of this town once and still hold what is the person's own. One that keeps records without ever having been a rig, that is
    /// onboarded for itself, or is a rig of another town, is none of ours to clear.
    /// </summary>
    public IEnumerable<GitRepository> Leftovers() =>
        FolderClones.In(_root, []).Select(clone => GitRepository.TryDiscover(clone.Path)).OfType<GitRepository>().DistinctBy(repository => RealPath.Of(repository.CommonDirectory))
            .Where(repository => File.Exists(LeftNote(repository)) && !File.Exists(new OwnPaths(repository).Enabled) && LedgerPlace.TownOf(repository) is null);

    /// <summary>Makes the town, where it is none.</summary>
    public void Found()
    {
        if (!IsTown)
            TownFounding.Create(_root, null);
    }

    private static string LeftNote(GitRepository repository) => Path.Combine(repository.OwnDirectory, "left-town");

    private static bool IsHome(string path) =>
        Path.GetDirectoryName(Path.GetFullPath(path)) is null || RealPath.Of(path) == RealPath.Of(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>What lets agents at the root ask us.</summary>
    /// <param name="agents">Names of the agents to wire; null: those that are wired there already.</param>
    public ChangePlan PlanAgents(IReadOnlyList<string>? agents) => new TownWiring(_root).Plan(agents, UserPlaces.OfThisUser().Executable);

    /// <summary>Takes our entries for agents at the root out again.</summary>
    public IReadOnlyList<PlanStep> RemoveAgents() => new TownWiring(_root).Remove();

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

    /// <summary>What is to be said of a rig whose clone is not where it was: nothing could be taken out of it.</summary>
    public string StaysIn(RigSettings rig) =>
        $"rig '{rig.Name}' has vanished: there is no clone at '{Path.GetFullPath(rig.Path, _root)}'. Its hooks, documents and our lines in its files stay as they are; where it is, run 'codesyncer rig leave' and then 'codesyncer uninstall' in it";

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
