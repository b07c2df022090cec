using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Town;

/// <summary>An agent's work tree of the hub. It goes only after its state is saved; its branch only when that has landed.</summary>
public sealed class AgentTree(TownWorkspace town, RigHub hub, AgentAddress agent)
{
    public string Path { get; } = town.WorkTreeOf(agent);

    public bool Exists => File.Exists(System.IO.Path.Combine(Path, ".git"));

    /// <summary>Puts the work tree on a branch. One that is there already stays as it is, changes and all; a new one begins at the target.</summary>
    /// <param name="profile">The agent of the catalog whose settings it gets; null: none.</param>
    /// <exception cref="CodeSyncerException">It cannot be made; nothing of it is left behind.</exception>
    public void Make(string branch, string? profile)
    {
        using (hub.Lock())
        {
            if (!Exists || Branch() != branch)
                Add(branch);
        }

        Onboard(profile);
    }

    /// <summary>The branch that it is on; null: none.</summary>
    public string? Branch() => GitRepository.TryDiscover(Path) is { } repository && WorkTreeOf(repository) ? WorkPlace.Branch(new HeadReader(repository)) : null;

    /// <summary>What would be lost: changes that are not committed, commits that have not landed. Empty: nothing.</summary>
    public IReadOnlyList<string> Unsafe()
    {
        if (!Exists)
            return [];
        var reasons = new List<string>();
        var repository = GitRepository.Discover(Path);
        if (Uncommitted.Paths(repository) is { Count: > 0 } changed)
            reasons.Add($"{agent} has {changed.Count} uncommitted {(changed.Count == 1 ? "file" : "files")} ({changed[0]}{(changed.Count > 1 ? ", ..." : "")})");
        if (OperationInProgress.Of(repository) is { } operation)
            reasons.Add($"{agent} is in the middle of a {operation}");
        if (hub.Commit("refs/heads/" + (Branch() ?? "")) is { } head && !hub.HasLanded(head, hub.TargetRef))
            reasons.Add($"'{Branch()}' of {agent} has not landed");
        return reasons;
    }

    /// <summary>Saves its whole state in the agent's name.</summary>
    public SaveResult? Save(string reason, string? generation)
    {
        if (!Exists)
            return null;
        var workspace = Workspace.OpenForHook(GitRepository.Discover(Path));
        return new WorkSave(workspace, new Actor(agent.ToString(), workspace.Root, generation ?? "town")).Run(new SaveRequest(reason) { Generation = generation });
    }

    /// <summary>Saves it, then takes it away. Its branch stays.</summary>
    /// <exception cref="CodeSyncerException">Something in it could not be saved: it stays.</exception>
    public void Remove()
    {
        using var alone = hub.Lock();
        RemoveHeld();
    }

    private void RemoveHeld()
    {
        if (!System.IO.Directory.Exists(Path))
            return;
        if (Save("before its work tree is removed", null) is { } saved && saved.Work.State.LeftOutCount > 0)
            throw TownErrors.StillUnsafe(Path, [$"{saved.Work.State.LeftOutCount} files could not be saved, such as '{saved.Work.State.LeftOut[0].Path}' ({saved.Work.State.LeftOut[0].Reason})"]);
        hub.Git().Run(null, "worktree", "remove", "--force", "--force", Path);
        RigHub.DeleteFolder(Path);
        hub.Git().Run(null, "worktree", "prune");
    }

    private void Add(string branch)
    {
        RemoveHeld();
        hub.Git().Run(null, "worktree", "prune");
        FreeElsewhere(branch);
        var isNew = hub.Commit("refs/heads/" + branch) is null;
        var (code, _, error) = hub.Git().Run(null, isNew
            ? ["worktree", "add", "--quiet", "--no-track", "-b", branch, Path, hub.Tip()]
            : ["worktree", "add", "--quiet", Path, branch]);
        if (code == 0)
            return;
        hub.Git().Run(null, "worktree", "remove", "--force", "--force", Path);
        RigHub.DeleteFolder(Path);
        hub.Git().Run(null, "worktree", "prune");
        if (isNew && hub.Commit("refs/heads/" + branch) is { } left && left == hub.Tip())
            hub.DeleteBranch(branch, left);
        throw TownErrors.HubFailed(hub.Rig.Name, RigHub.LastLine(error));
    }

    /// <summary>A branch can be in one work tree only: the one that has it lets it go, with all its files as they are.</summary>
    private void FreeElsewhere(string branch)
    {
        string? tree = null;
        foreach (var line in hub.Git().Text("worktree", "list", "--porcelain", "-z").Split('\0'))
        {
            if (line.StartsWith("worktree ", StringComparison.Ordinal))
                tree = line["worktree ".Length..];
            else if (line == "branch refs/heads/" + branch && tree is not null && System.IO.Directory.Exists(tree))
                new GitCommand(tree).Text("checkout", "--quiet", "--detach");
        }
    }

    /// <summary>Git hooks, and the settings of the agent that is to work here; nothing that others would see.</summary>
    private void Onboard(string? profile)
    {
        using var alone = hub.Lock();
        var options = new InitOptions { Mode = InitMode.Private, Agents = profile is null ? null : [profile] };
        new Init(GitRepository.Discover(Path), UserPlaces.OfThisUser(), options, town.Executable).Plan().Apply();
    }

    private bool WorkTreeOf(GitRepository repository) => repository.WorkTree is { } root && string.Equals(RealPath.Of(root), RealPath.Of(Path), PathComparison.ForThisSystem);
}
