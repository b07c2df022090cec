using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Scopes;

/// <summary>What a question is about: one repository, or all rigs of a town, where they stand.</summary>
public sealed class TownScope
{
    private TownScope(string? town, IReadOnlyList<RigWorkspace> rigs, IReadOnlyList<(string Rig, string Problem)> missing) =>
        (Town, Rigs, Missing) = (town, rigs, missing);

    /// <summary>Root of the town; null: one repository.</summary>
    public string? Town { get; }

    /// <summary>Sorted by name; of one repository on its own the name is empty.</summary>
    public IReadOnlyList<RigWorkspace> Rigs { get; }

    /// <summary>Rigs that cannot be read, and why.</summary>
    public IReadOnlyList<(string Rig, string Problem)> Missing { get; }

    /// <summary>The repository that a path is in; the whole town where the path is in no repository, or where that is asked for.</summary>
    /// <exception cref="CodeSyncerException">There is neither, or no town where one is asked for.</exception>
    public static TownScope Of(string path, bool town = false)
    {
        if (!town && GitRepository.TryDiscover(path) is not null)
            return new TownScope(null, [new RigWorkspace("", Workspace.Open(path))], []);
        if (LedgerPlace.TownAround(path) is not { } root)
            return town ? throw TownErrors.NoTown(path) : new TownScope(null, [new RigWorkspace("", Workspace.Open(path))], []);
        return OfTown(root, path);
    }

    /// <summary>All that shares the ledger of a place: the town, else the repository.</summary>
    public static TownScope OfLedger(string path) => Of(path, LedgerPlace.TownAround(path) is { } root && LedgerPlace.IsTown(root));

    /// <summary>The town around a repository, or the repository alone.</summary>
    public static TownScope Around(Workspace workspace) => LedgerPlace.TownOf(workspace.Repository) is { } root && LedgerPlace.IsTown(root)
        ? OfTown(root, root)
        : new TownScope(null, [new RigWorkspace("", workspace)], []);

    /// <summary>The same question about some of its rigs.</summary>
    public TownScope Only(IReadOnlyList<RigWorkspace> rigs) => new(Town, rigs, Missing);

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

    private static TownScope OfTown(string root, string asked)
    {
        if (!LedgerPlace.IsTown(root))
            throw TownErrors.TownIsGone(root, asked);
        var rigs = new List<RigWorkspace>();
        var missing = new List<(string, string)>();
        foreach (var rig in TownFiles.Read(root).Rigs.OrderBy(rig => rig.Name, StringComparer.Ordinal))
        {
            var path = Path.GetFullPath(rig.Path, root);
            if (!Directory.Exists(path) || GitRepository.TryDiscover(path) is not { WorkTree: not null })
                missing.Add((rig.Name, $"there is no clone at '{path}'"));
            else if (TryOpen(path, out var workspace) is { } problem)
                missing.Add((rig.Name, problem));
            else
                rigs.Add(new RigWorkspace(rig.Name, workspace!));
        }

        return new TownScope(root, rigs, missing);
    }
}
