using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the agents that something is saved of, and those that the ledger knows.</summary>
public sealed class WorkAgentCompleter : WorkCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(IEnumerable<SavedWork> saves) =>
        saves.CountBy(save => save.State.Agent).Select(agent => (agent.Key, $"{agent.Value} saves"));

    private protected override IEnumerable<(string Text, string About)> Offers(GitRepository repository)
    {
        using var store = LedgerPlace.Open(repository);
        return base.Offers(repository).Concat(store.Repository.Exists ? Mailroom.Book(store.Index()).Known.Select(agent => (agent, "")) : []).ToList();
    }
}
