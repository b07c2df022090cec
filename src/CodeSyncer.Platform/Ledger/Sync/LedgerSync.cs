using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger.Sync;

/// <summary>
/// Makes our ledger and that of a remote equal: fetched, merged and pushed until both stand at one commit. Nothing is
/// ever forced: what others have written stays in the history.
/// </summary>
public sealed class LedgerSync(LedgerStore store, GitRepository repository, Actor actor)
{
    /// <summary>Others who push all the time can be faster this often, then we give up for now.</summary>
    private const int MostRounds = 20;

    private static readonly Dictionary<string, byte[]?> Nothing = [];

    /// <param name="remote">A remote of the user's repository, or an address.</param>
    /// <exception cref="CodeSyncerException">The remote cannot be reached, refuses, or moves all the time.</exception>
    public LedgerSyncResult Run(string remote)
    {
        store.Prepare();
        var there = new LedgerRemote(store.Repository, repository, remote);
        var result = new LedgerSyncResult(remote);
        for (var round = 0; round < MostRounds; round++)
        {
            var theirs = there.Tip();
            if (theirs is not null)
            {
                if (theirs != store.Repository.Tip())
                    there.Fetch();
                while (!TryTakeOver(theirs, result))
                {
                    // Ours has moved meanwhile: merged anew with what it is now.
                }
            }

            var ours = store.Repository.Tip();
            if (ours == theirs)
                return result with { Tip = ours };
            if (ours is not null && there.TryPush(ours))
                return result with { Tip = ours, Pushed = true };
            // Somebody else was faster: a short while for them to finish, a different one for each of us.
            Thread.Sleep(Random.Shared.Next(5, 50 * (round + 1)));
        }

        throw LedgerErrors.RemoteMoves(remote);
    }

    /// <summary>Merges another ledger of this machine into ours; that one stays as it is.</summary>
    /// <param name="directory">Its bare repository.</param>
    /// <param name="name">As the history calls it.</param>
    public LedgerSyncResult TakeOver(string directory, string name)
    {
        store.Prepare();
        var result = new LedgerSyncResult(name);
        using var other = new LedgerRepository(directory);
        if (other.Tip() is not { } theirs)
            return result;
        store.Repository.Git().Text("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", "--", directory, LedgerRepository.Branch);
        while (!TryTakeOver(theirs, result))
        {
            // Ours has moved meanwhile: merged anew with what it is now.
        }

        return result;
    }

    /// <summary>Puts what the remote has into ours; false: ours has moved meanwhile.</summary>
    private bool TryTakeOver(string theirs, LedgerSyncResult result)
    {
        var ours = store.Repository.Tip();
        var git = store.Repository.Git();
        var @base = ours is null ? null : git.TryText("merge-base", ours, theirs);
        if (@base == theirs)
            return true;
        // Read even where ours only moves forward: what is no ledger is not taken over.
        var theirTree = store.Repository.Tree(theirs);
        var ourTree = store.Repository.Tree(ours);
        if (@base == ours)
        {
            if (!TryMove(ours, theirs))
                return false;
            result.Taken += LedgerTree.Differences(ourTree, theirTree).Count();
            return true;
        }

        var merged = new MergedLedgers(store.Repository, store.Repository.Tree(@base), ourTree, theirTree);
        var items = merged.Items.Count == 0 ? Nothing : merged.Items.ToDictionary(item => item.Key, item => (byte[]?)item.Value.ToLines(), StringComparer.Ordinal);
        var commit = store.Commit(ourTree, items, [ours!, theirs], actor, $"merge with {result.Remote}: {items.Count} items");
        if (!TryMove(ours, commit))
            return false;
        result.Taken += items.Count;
        result.Merged = true;
        result.Moved = [.. result.Moved, .. merged.Moved];
        result.Cycles = merged.Cycles();
        return true;
    }

    private bool TryMove(string? from, string to)
    {
        using var alone = LedgerLock.Take(store.Repository.LockFile);
        if (store.Repository.Tip() != from)
            return false;
        store.Repository.MoveBranch(from, to);
        return true;
    }
}
