using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers what the ledger of the repository holds.</summary>
public abstract class LedgerCompleter : RepositoryCompleter
{
    /// <summary>What in the ledger may be meant, and a word about each.</summary>
    private protected virtual IEnumerable<(string Text, string About)> Offers(LedgerIndex index) => [];

    private protected sealed override IEnumerable<(string Text, string About)> Offers(GitRepository repository) => Offers(LedgerPlace.Of(repository));

    private protected sealed override IEnumerable<(string Text, string About)> OffersAt(string folder) =>
        LedgerPlace.TownAround(folder) is { } town ? Offers(LedgerPlace.OfTown(town)) : [];

    private List<(string Text, string About)> Offers(LedgerPlace place)
    {
        using var store = place.Open();
        return store.Repository.Exists ? [.. Offers(store.Index())] : [];
    }
}
