using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Sync;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Platform.Town;

/// <summary>Adds rigs to a town and takes them out again.</summary>
public sealed class RigDesk(TownWorkspace town)
{
    private static readonly TimeSpan ClonePatience = TimeSpan.FromMinutes(10);

    /// <summary>Clones an address into the town, or adopts a clone where it stands.</summary>
    /// <param name="target">The branch to land on; null: the one that HEAD names.</param>
    /// <param name="timeout">How long a remote may take; null: ten minutes.</param>
    /// <exception cref="CodeSyncerException">The name is bad or taken; the address does not answer: nothing was left behind.</exception>
    public RigSettings Add(string name, string source, string? target, TimeSpan? timeout = null)
    {
        TownName.Check("rig", name);
        if (town.Settings.Rig(name) is not null)
            throw TownErrors.RigExists(name);
        return Directory.Exists(Path.GetFullPath(source)) && GitRepository.TryDiscover(source) is { WorkTree: not null } yours ? Adopt(name, yours, target) : Clone(name, source, target, timeout ?? ClonePatience);
    }

    /// <summary>Takes a rig out. The person's clone stays; its items of the ledger go back to it.</summary>
    /// <exception cref="CodeSyncerException">Something in it is not saved or has not landed.</exception>
    public void Remove(string name, bool force)
    {
        var rig = town.Rig(name);
        var hub = town.Hub(rig);
        var agents = town.Slots().Where(slot => slot.Address is { } address && TownName.AreSame(address.Rig, rig.Name)).ToList();
        if (agents.FirstOrDefault(slot => !town.Runs.IsFree(slot)) is { } busy)
            throw TownErrors.AgentAlive(busy.Name);
        var reasons = MergeQueue.Waiting(town.Store.Index(), rig.Name).Select(bead => $"{bead.Id} waits in the queue")
            .Concat(agents.Where(slot => slot.Bead is not null).Select(slot => $"{slot.Name} holds {slot.Bead}"))
            .Concat(hub.Exists ? agents.SelectMany(slot => new AgentTree(town, hub, slot.Address!).Unsafe()) : [])
            .Concat(hub.Exists ? Unlanded(hub) : []).Concat(hub.Exists ? NotFetched(rig, hub) : []).Distinct().ToList();
        if (reasons.Count > 0 && !force)
            throw TownErrors.RigBusy(rig.Name, reasons);
        var yours = GitRepository.TryDiscover(town.YoursOf(rig));
        if (yours is not null)
            new LedgerMove(town, yours).Back(rig.Name);
        town.Store.Change(town.Actor, (change, _) =>
        {
            foreach (var slot in agents)
                RigRules.Leave(change, slot.Name);
            return true;
        });
        if (hub.Exists && force && reasons.Count > 0)
            Keep(rig);
        else
            RigHub.DeleteFolder(town.At(TownLayout.RigFolder(rig.Name)));
        if (yours is not null)
        {
            RemoveNote(yours);
            if (yours.Git().TryText("remote", "get-url", "town") == hub.Directory)
                yours.Git().Run(null, "remote", "remove", "town");
        }

        // Last, so that after a crash the rig is still there to be removed again.
        TownFiles.Change(town.Root, (text, settings) => settings.Rig(rig.Name) is { } found ? TownYaml.RemoveRig(text, found) : text);
        town.ReadSettingsAgain();
    }

    /// <summary>Takes a repository out of a town that was deleted or moved away; what was in that town's ledger is with it.</summary>
    /// <returns>The root that the town had.</returns>
    /// <exception cref="CodeSyncerException">The town is there, or the repository is in none.</exception>
    public static string Leave(string path)
    {
        var repository = GitRepository.Discover(path);
        var root = LedgerPlace.TownOf(repository) ?? throw TownErrors.NoTown(path);
        if (LedgerPlace.IsTown(root))
            throw TownErrors.AlreadyRig(repository.WorkTree ?? repository.GitDirectory, root);
        RemoveNote(repository);
        if (repository.Git().TryText("remote", "get-url", "town") is { } hub && hub.StartsWith(root, PathComparison.ForThisSystem))
            repository.Git().Run(null, "remote", "remove", "town");
        return root;
    }

    private RigSettings Adopt(string name, GitRepository yours, string? target)
    {
        if (LedgerPlace.TownOf(yours) is { } other && !WasCutOff(other, yours))
            throw TownErrors.AlreadyRig(yours.WorkTree!, other);
        if (yours.IsLinkedWorkTree)
            throw TownErrors.LinkedTree(yours.WorkTree!);
        var path = RealPath.Of(yours.WorkTree!);
        var shown = RealPath.IsWithin(path, town.Root) ? Path.GetRelativePath(town.Root, path).Replace('\\', '/') : path;
        var rig = new RigSettings(name, shown)
        {
            Remote = yours.Git().TryText("remote", "get-url", "origin") is { Length: > 0 } url ? Absolute(url, path) : null,
            Target = target ?? Target(yours),
        };
        Enter(rig, yours);
        return rig;
    }

    private RigSettings Clone(string name, string url, string? target, TimeSpan timeout)
    {
        var path = Path.Combine(town.Root, name);
        if (Path.Exists(path) && (File.Exists(path) || Directory.EnumerateFileSystemEntries(path).Any()))
            throw TownErrors.FolderTaken(path);
        var existed = Directory.Exists(path);
        var (code, _, error) = new GitCommand(town.Root) { Timeout = timeout }.Run(null, "clone", "--quiet", "--", url, path);
        if (code != 0)
        {
            RigHub.DeleteFolder(path);
            if (existed)
                Directory.CreateDirectory(path);
            throw TownErrors.CannotClone(url, RigHub.LastLine(error));
        }

        var yours = GitRepository.Discover(path);
        var rig = new RigSettings(name, name) { Remote = Absolute(url, Directory.GetCurrentDirectory()), Target = target ?? Target(yours) };
        Enter(rig, yours);
        // We made this clone: it gets what every work tree of ours has, and nothing that others would see.
        new Init(GitRepository.Discover(path), UserPlaces.OfThisUser(), new InitOptions { Mode = InitMode.Private }, town.Executable).Plan().Apply();
        new ContextSync(Workspace.OpenForHook(GitRepository.Discover(path))).Run(new SyncOptions());
        return rig;
    }

    private void Enter(RigSettings rig, GitRepository yours)
    {
        new LedgerMove(town, yours).Into(rig.Name);
        AtomicFile.Write(LedgerPlace.TownNote(yours), town.Root + "\n");
        TownFiles.Change(town.Root, (text, settings) => settings.Rig(rig.Name) is null ? TownYaml.AddRig(text, rig) : throw TownErrors.RigExists(rig.Name));
        town.ReadSettingsAgain();
    }

    /// <summary>With all that was ours in the clone it may be gone already.</summary>
    private static void RemoveNote(GitRepository repository)
    {
        if (LedgerPlace.TownNote(repository) is var note && File.Exists(note))
            File.Delete(note);
    }

    /// <summary>It was being added to this very town, and is no rig of it.</summary>
    private bool WasCutOff(string other, GitRepository yours) =>
        RealPath.Of(other) == RealPath.Of(town.Root) && !town.Settings.Rigs.Any(rig => RealPath.Of(town.YoursOf(rig)) == RealPath.Of(yours.WorkTree!));

    /// <summary>Branches of agents that are in nobody's work tree any more.</summary>
    private static IEnumerable<string> Unlanded(RigHub hub) =>
        hub.Git().Text("for-each-ref", "--format=%(refname:short)", "refs/heads/polecat/", "refs/heads/crew/").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(branch => !hub.HasLanded("refs/heads/" + branch, hub.TargetRef)).Select(branch => $"branch '{branch}' has not landed");

    /// <summary>Without a remote, what has landed stands in the hub only, until the person takes it over.</summary>
    private IEnumerable<string> NotFetched(RigSettings rig, RigHub hub)
    {
        if (rig.Remote is not null || hub.Commit(hub.TargetRef) is not { } landed)
            return [];
        var branches = GitRepository.TryDiscover(town.YoursOf(rig))?.Git().TryText("for-each-ref", "--count=1", "--contains", landed, "refs/heads/");
        return string.IsNullOrEmpty(branches) ? [$"what has landed in '{rig.Target}' is on no branch of your clone ('git pull town {rig.Target}' there takes it over)"] : [];
    }

    /// <summary>Forced: what is not safe elsewhere stays on the disk, beside the rigs that are.</summary>
    private void Keep(RigSettings rig)
    {
        var kept = town.At(TownLayout.RigFolder(rig.Name)) + ".removed-" + town.Now.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);
        Directory.Move(town.At(TownLayout.RigFolder(rig.Name)), kept);
    }

    private static string Target(GitRepository repository) => Work.WorkPlace.Branch(new HeadReader(repository)) ?? "main";

    /// <summary>A path of this machine that is relative to one folder is none for another.</summary>
    private static string Absolute(string url, string folder) =>
        url.Contains("://", StringComparison.Ordinal) || (url.IndexOf(':') is > 1 and var colon && !url[..colon].Contains('/')) ? url : Path.GetFullPath(url, folder);
}
