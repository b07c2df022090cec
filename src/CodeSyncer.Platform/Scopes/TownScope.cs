using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Scopes;

/// <summary>
/// What a question is about: one repository, or all rigs of a town. Asked in a work tree that belongs to a rig (a linked one, a crew's, a polecat's),
/// that work tree stands for its rig: what is being changed there is what counts. The other rigs are as their own clones stand.
/// </summary>
public sealed class TownScope
{
    private readonly string? _asked;

    private TownScope(string? town, IReadOnlyList<RigWorkspace> rigs, IReadOnlyList<(string Rig, string Problem)> missing, IReadOnlyList<string> places, string? asked) =>
        (Town, Rigs, Missing, Places, _asked) = (town, rigs, missing, places, asked);

    /// <summary>Root of the town; null: one repository.</summary>
    public string? Town { get; }

    /// <summary>Sorted by name; of one repository on its own the name is empty.</summary>
    public IReadOnlyList<RigWorkspace> Rigs { get; }

    /// <summary>Rigs that cannot be read, and why.</summary>
    public IReadOnlyList<(string Rig, string Problem)> Missing { get; }

    /// <summary>The work trees of all its repositories, absolute; of those too that are missing.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The repository that a path is in; the whole town where the path is in no repository, or where that is asked for.</summary>
    /// <exception cref="CodeSyncerException">There is neither, or no town where one is asked for.</exception>
    public static TownScope Of(string path, bool town = false)
    {
        if (!town && GitRepository.TryDiscover(path) is not null)
            return Of(Workspace.Open(path));
        if (LedgerPlace.TownAround(path) is not { } root)
            return town ? throw TownErrors.NoTown(path) : Of(Workspace.Open(path));
        return OfTown(root, path, GitRepository.TryDiscover(path) is { WorkTree: not null } asked ? asked : null);
    }

    /// <summary>One repository, for a question about it alone.</summary>
    public static TownScope Of(Workspace workspace) => new(null, [new RigWorkspace("", workspace)], [], [workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory], null);

    /// <summary>The same question once more: rigs come, go and move.</summary>
    /// <exception cref="CodeSyncerException">There is no such repository or town any more.</exception>
    public TownScope Again()
    {
        if (Town is not null)
            return OfTown(Town, Town, _asked is null ? null : GitRepository.TryDiscover(_asked));
        return IsThere(Places[0]) ? Of(Workspace.Open(Places[0])) : throw ErrorTexts.NotARepository(Places[0]);
    }

    /// <summary>Whether a folder is itself the root of a work tree, and not only in one.</summary>
    internal static bool IsThere(string place) => Directory.Exists(place) && GitRepository.TryDiscover(place) is { WorkTree: { } root } && RealPath.Of(root) == RealPath.Of(place);

    /// <summary>All that shares the ledger of a place: the town, else the repository.</summary>
    public static TownScope OfLedger(string path) => Of(path, LedgerPlace.TownAround(path) is { } root && LedgerPlace.IsTown(root));

    /// <summary>The town around a repository; the repository alone where it is a rig of none.</summary>
    public static TownScope Around(Workspace workspace)
    {
        if (LedgerPlace.TownOf(workspace.Repository) is { } root && LedgerPlace.IsTown(root) && OfTown(root, root, workspace.Repository, workspace) is var scope && scope.NameOf(workspace.Repository).Length > 0)
            return scope;
        return Of(workspace);
    }

    /// <summary>All that the answer depends on: of a rig the town around it, because callers are elsewhere.</summary>
    public TownScope Surroundings() => Town is null ? Around(Rigs[0].Workspace) : this;

    /// <summary>The same town as its own clones stand: what its documents show, whoever writes them.</summary>
    public TownScope OfClones() => Town is null ? this : OfTown(Town, Town, null);

    /// <summary>The same question about some of its rigs.</summary>
    public TownScope Only(IReadOnlyList<RigWorkspace> rigs) => new(Town, rigs, Missing, Places, _asked);

    /// <summary>Asks all rigs at once; the answers come in their order.</summary>
    public IReadOnlyList<T> Read<T>(Func<RigWorkspace, T> read, CancellationToken cancel = default)
    {
        if (Rigs.Count == 1)
            return [read(Rigs[0])];
        var answers = new T[Rigs.Count];
        try
        {
            Parallel.For(0, Rigs.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) }, i => answers[i] = read(Rigs[i]));
        }
        catch (AggregateException error) when (error.InnerException is not null)
        {
            // One repository's failure is said as it would be said of it alone.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerException);
        }

        return answers;
    }

    /// <summary>The name of the rig that a repository is; empty: it is none of this town.</summary>
    public string NameOf(GitRepository repository) => Rigs.FirstOrDefault(rig => rig.Workspace.Repository.CommonDirectory == repository.CommonDirectory)?.Rig ?? "";

    /// <summary>Why it cannot be opened (a mistake in its configuration); null: it is.</summary>
    private static string? TryOpen(string path, out Workspace? workspace)
    {
        workspace = null;
        try
        {
            workspace = Workspace.Open(path);
            return null;
        }
        catch (CodeSyncerException error)
        {
            return error.Message;
        }
    }

    /// <param name="asked">The repository that the question is asked in; null: none.</param>
    /// <param name="opened">That repository, where it is open already.</param>
    private static TownScope OfTown(string root, string path, GitRepository? asked, Workspace? opened = null)
    {
        if (!LedgerPlace.IsTown(root))
            throw TownErrors.TownIsGone(root, path);
        var rigs = new List<RigWorkspace>();
        var missing = new List<(string, string)>();
        var places = new List<string>();
        foreach (var rig in TownFiles.Read(root).Rigs.OrderBy(rig => rig.Name, StringComparer.Ordinal))
        {
            var clone = Path.GetFullPath(rig.Path, root);
            if (asked is not null && IsOf(asked, rig, root))
                Add(rig, asked.WorkTree!, opened);
            else
                Add(rig, clone, null);
        }

        return new TownScope(root, rigs, missing, places, asked?.WorkTree);

        void Add(RigSettings rig, string place, Workspace? workspace)
        {
            places.Add(place);
            if (!IsThere(place))
                missing.Add((rig.Name, $"there is no clone at '{place}'"));
            else if (workspace is null && TryOpen(place, out workspace) is { } problem)
                missing.Add((rig.Name, problem));
            else
                rigs.Add(new RigWorkspace(rig.Name, workspace!));
        }
    }

    /// <summary>Whether a repository is a work tree of a rig's clone, or of its hub.</summary>
    private static bool IsOf(GitRepository asked, RigSettings rig, string root)
    {
        var common = RealPath.Of(asked.CommonDirectory);
        bool Is(string place) => string.Equals(common, RealPath.Of(place), PathComparison.ForThisSystem);
        return Is(Path.Combine(root, TownLayout.Hub(rig.Name).Replace('/', Path.DirectorySeparatorChar)))
            || (GitRepository.TryDiscover(Path.GetFullPath(rig.Path, root)) is { } yours && Is(yours.CommonDirectory));
    }
}
