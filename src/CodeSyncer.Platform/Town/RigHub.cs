using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// The hub of a rig: a bare clone that agents' work trees hang on and in which the queue lands. Made when first needed. It
/// takes what is new from the remote, or, where there is none, from the person's own clone; it changes neither of them.
/// </summary>
public sealed class RigHub(TownWorkspace town, RigSettings rig)
{
    /// <summary>The refs of what was fetched last.</summary>
    private const string Remote = "refs/remotes/origin/";
    private const string Yours = "refs/remotes/yours/";

    private static readonly TimeSpan NetworkPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);

    public RigSettings Rig { get; } = rig;

    public string Directory { get; } = town.At(TownLayout.Hub(rig.Name));

    public bool Exists => File.Exists(Path.Combine(Directory, "HEAD"));

    public string TargetRef => "refs/heads/" + Rig.Target;

    private string YoursPath => town.YoursOf(Rig);

    public GitCommand Git(TimeSpan? timeout = null) => new(Directory) { Timeout = timeout };

    /// <summary>Held by whoever changes the hub's refs or work trees. Never while another repository is waited for.</summary>
    internal FileLock Lock() => FileLock.TryTake(town.At(TownLayout.RigFolder(Rig.Name) + "/hub.lock"), LockPatience) ?? throw TownErrors.Busy($"the hub of {Rig.Name}");

    /// <summary>Makes the hub where there is none; a crash leaves nothing that counts.</summary>
    public void Ensure()
    {
        if (Exists)
            return;
        using var alone = Lock();
        if (Exists)
            return;
        var temporary = Directory + ".new";
        DeleteFolder(temporary);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
        Make(temporary);
        var git = new GitCommand(temporary);
        if (Rig.Remote is { } remote)
        {
            git.Text("remote", "add", "origin", remote);
        }

        git.Text("symbolic-ref", "HEAD", TargetRef);
        var repository = GitRepository.Discover(temporary);
        AtomicFile.Write(LedgerPlace.TownNote(repository), town.Root + "\n");
        System.IO.Directory.Move(temporary, Directory);
        NameInYours();
    }

    /// <summary>Takes what is new, and moves the target forward where that is possible. Where the remote does not answer, what is here counts.</summary>
    /// <returns>What could not be reached; null: all is fresh.</returns>
    public string? Refresh()
    {
        Ensure();
        string? problem = null;
        // The person's own clone is local and always there; for a rig with a remote only the remote counts.
        if (Rig.Remote is not null)
        {
            var (code, _, error) = Git(NetworkPatience).Run(null, "fetch", "--quiet", "--prune", "--no-tags", "origin", $"+refs/heads/*:{Remote}*");
            problem = code == 0 ? null : $"the remote of {Rig.Name} does not answer: {LastLine(error)}";
        }
        else if (GitRepository.TryDiscover(YoursPath) is { } yours)
        {
            var (code, _, error) = Git(NetworkPatience).Run(null, "fetch", "--quiet", "--prune", "--no-tags", yours.CommonDirectory, $"+refs/heads/*:{Yours}*");
            problem = code == 0 ? null : $"the clone of {Rig.Name} cannot be read: {LastLine(error)}";
        }

        using var alone = Lock();
        Advance(Commit((Rig.Remote is null ? Yours : Remote) + Rig.Target));
        if (Commit(TargetRef) is null)
            Begin();
        return problem;
    }

    /// <summary>The commit that the target stands on.</summary>
    public string Tip() => Commit(TargetRef) ?? throw TownErrors.HubFailed(Rig.Name, $"it has no branch '{Rig.Target}'");

    /// <summary>Null: there is no such commit.</summary>
    public string? Commit(string revision) => Git().TryText("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is { Length: > 0 } commit ? commit : null;

    public bool IsAncestor(string commit, string of) => Git().Run(null, "merge-base", "--is-ancestor", commit, of).ExitCode == 0;

    /// <summary>Whether a commit is in the target: reachable from it, or each of its changes is there as a patch (a squash or rebase by a host).</summary>
    /// <exception cref="CodeSyncerException">git cannot say.</exception>
    public bool HasLanded(string head, string target)
    {
        if (Commit(head) is null)
            return false;
        if (IsAncestor(head, target))
            return true;
        var lines = Git().Text("cherry", target, head).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines.All(line => line.StartsWith('-'));
    }

    /// <summary>
    /// Moves the target from one commit to a later one, first at the remote. False: somebody else has moved it meanwhile, and
    /// nothing was changed.
    /// </summary>
    /// <exception cref="CodeSyncerException">The remote does not answer, or refuses.</exception>
    public bool TryAdvance(string from, string to)
    {
        if (Rig.Remote is not null)
        {
            var (code, _, error) = Git(NetworkPatience).Run(null, "push", "--porcelain", "--no-verify", "origin", $"{to}:{TargetRef}");
            if (code != 0 && (error.Contains("fetch first", StringComparison.Ordinal) || error.Contains("non-fast-forward", StringComparison.Ordinal) || error.Contains("cannot lock ref", StringComparison.Ordinal)))
                return false;
            if (code != 0)
                throw TownErrors.HubFailed(Rig.Name, $"the remote takes no push: {LastLine(error)}");
        }

        using var alone = Lock();
        return Git().Run(null, "update-ref", "-m", "landed", TargetRef, to, from).ExitCode == 0;
    }

    /// <summary>Deletes a branch that is known to have landed.</summary>
    /// <summary>Brings a commit here from the person's own clone, and keeps it for as long as the bead waits to land.</summary>
    public void Take(GitRepository from, string commit, string bead)
    {
        Ensure();
        if (Commit(commit) is null)
            Git(NetworkPatience).Text("fetch", "--quiet", "--no-tags", from.CommonDirectory, $"+{commit}:{TakenRef(bead)}");
    }

    /// <summary>It has landed.</summary>
    public void LetGo(string bead) => Git().Run(null, "update-ref", "-d", TakenRef(bead));

    private static string TakenRef(string bead) => "refs/codesyncer/taken/" + Core.Ledger.AgentName.Escape(bead);

    public void DeleteBranch(string branch, string at) => Git().Run(null, "update-ref", "-d", "refs/heads/" + branch, at);

    internal static void DeleteFolder(string folder)
    {
        if (!System.IO.Directory.Exists(folder))
            return;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (OperatingSystem.IsWindows() && file.IsReadOnly)
                file.IsReadOnly = false;
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>Only the last line of git tells what was wrong.</summary>
    internal static string LastLine(string error) =>
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(line => !line.StartsWith("hint:", StringComparison.Ordinal)) ?? "no answer";

    private void Make(string folder)
    {
        var parent = new GitCommand(Path.GetDirectoryName(folder)!) { Timeout = TimeSpan.FromMinutes(10) };
        if (GitRepository.TryDiscover(YoursPath) is not { } yours)
            throw TownErrors.HubFailed(Rig.Name, $"'{YoursPath}' is no clone any more");
        var (code, _, error) = parent.Run(null, "clone", "--quiet", "--bare", "--no-tags", yours.CommonDirectory, folder);
        if (code != 0)
            throw TownErrors.HubFailed(Rig.Name, LastLine(error));
        var git = new GitCommand(folder);
        // Branches of the person are none of the hub's; only the target is.
        foreach (var line in git.Text("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, id) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            if (name != TargetRef)
                git.Text("update-ref", "-d", name, id);
        }

        git.Run(null, "remote", "remove", "origin");
    }

    /// <summary>The person's clone sees the hub as the remote <c>town</c>.</summary>
    private void NameInYours()
    {
        if (GitRepository.TryDiscover(YoursPath) is { } yours && yours.Git().TryText("remote", "get-url", "town") is null)
            yours.Git().Text("remote", "add", "town", Directory);
    }

    private void Advance(string? commit)
    {
        if (commit is null || Commit(TargetRef) is not { } now)
        {
            if (commit is not null)
                Git().Run(null, "update-ref", "-m", "fetched", TargetRef, commit, "");
            return;
        }

        if (now != commit && IsAncestor(now, commit))
            Git().Run(null, "update-ref", "-m", "fetched", TargetRef, commit, now);
    }

    /// <summary>An empty repository gets a first commit to begin with, in the hub only.</summary>
    private void Begin()
    {
        var git = new GitCommand(Directory) { Variables = Identity("town", town.Settings.Name) };
        var tree = System.Text.Encoding.ASCII.GetString(git.BytesWithInput([], "hash-object", "-t", "tree", "-w", "--stdin")).Trim();
        git.Text("update-ref", "-m", "begin", TargetRef, git.Text("commit-tree", "-m", $"Begin {Rig.Name}", tree), "");
    }

    /// <summary>Variables that make git commit in somebody's name, without any configuration.</summary>
    public static IReadOnlyDictionary<string, string> Identity(string name, string townName)
    {
        var mail = $"{Core.Ledger.AgentName.Escape(name)}@{Core.Ledger.AgentName.Escape(townName)}.invalid";
        return new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = name,
            ["GIT_AUTHOR_EMAIL"] = mail,
            ["GIT_COMMITTER_NAME"] = name,
            ["GIT_COMMITTER_EMAIL"] = mail,
        };
    }
}
