using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Ledger;

/// <summary>The ledger of a repository and who acts on it: what every front opens.</summary>
public class LedgerAccess : IDisposable
{
    private readonly ActingAgent _agents;
    private readonly string? _agent;
    private readonly string? _town;
    private Actor? _actor;

    /// <param name="path">A file or folder in the repository.</param>
    /// <param name="agent">Who acts; null: the environment says, or git.</param>
    /// <param name="isShell">See <see cref="ActingAgent"/>.</param>
    /// <exception cref="CodeSyncerException">There is no repository.</exception>
    public LedgerAccess(string path, string? agent, bool isShell = false)
    {
        _agent = agent;
        var repository = GitRepository.TryDiscover(path);
        if (repository is null && LedgerPlace.TownAround(path) is { } town)
        {
            // At a town's root there is no other repository than the ledger itself.
            var place = LedgerPlace.OfTown(town);
            Store = place.Open();
            Store.Prepare();
            Repository = GitRepository.Discover(place.Directory);
            Place = _town = town;
            _agents = new ActingAgent(place, Environment.GetEnvironmentVariable, isShell);
        }
        else
        {
            Repository = repository ?? throw ErrorTexts.NotARepository(path);
            Place = Repository.WorkTree ?? Repository.GitDirectory;
            Store = LedgerPlace.Open(Repository);
            _town = LedgerPlace.TownOf(Repository);
            _agents = new ActingAgent(Repository, Environment.GetEnvironmentVariable, isShell);
        }

        Heartbeat.Beat(Environment.GetEnvironmentVariable);
    }

    public GitRepository Repository { get; }

    /// <summary>The repository as people name it: its work tree where it has one; or the root of the town.</summary>
    public string Place { get; }

    public LedgerStore Store { get; }

    public Actor Actor => _actor ??= _agents.Actor(_agent);

    public virtual LedgerIndex Index() => Store.Index();

    public T Change<T>(Func<LedgerChange, BeadIdSource, T> rules) => Store.Change(Actor, rules);

    public T Change<T>(Func<LedgerChange, T> rules) => Store.Change(Actor, (change, _) => rules(change));

    public bool IsAlive(string session) => _agents.IsAlive(session);

    public void NoteSession() => _agents.NoteSession(Actor);

    /// <summary>The bead that a whole id or a part of one means.</summary>
    /// <exception cref="CodeSyncerException">None, or several: the error lists them.</exception>
    public Bead FindBead(string part)
    {
        var index = Index();
        var ids = index.Resolve(LedgerPath.Beads, part);
        return ids.Count switch
        {
            0 => throw LedgerErrors.UnknownBead(part),
            1 => new Bead(index.Item(LedgerPath.Beads, ids[0])!),
            _ => throw LedgerErrors.AmbiguousBead(part, ids),
        };
    }

    /// <summary>The id of the convoy that a whole id or a part of one means.</summary>
    /// <exception cref="CodeSyncerException">None, or several: the error lists them.</exception>
    public string FindConvoy(string part)
    {
        var ids = Index().Resolve(LedgerPath.Convoys, part);
        return ids.Count switch
        {
            0 => throw ConvoyErrors.Unknown(part),
            1 => ids[0],
            _ => throw ConvoyErrors.Ambiguous(part, ids),
        };
    }

    /// <summary>The remote to sync with where none is named: the one that the town names; else <c>origin</c>, or the only one.</summary>
    public string DefaultRemote()
    {
        if (_town is not null)
            return TownFiles.Read(_town).LedgerRemote is not { } named ? throw LedgerErrors.NoRemote() : named.Contains(':', StringComparison.Ordinal) ? named : Path.GetFullPath(named, _town);
        var remotes = Repository.Git().Text("remote").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return remotes.Contains("origin") ? "origin" : remotes.Length == 1 ? remotes[0] : throw LedgerErrors.NoRemote();
    }

    public void Dispose()
    {
        Store.Dispose();
        GC.SuppressFinalize(this);
    }
}
