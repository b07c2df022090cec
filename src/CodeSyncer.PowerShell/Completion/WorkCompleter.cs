using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers what the saved work of the repository holds.</summary>
public abstract class WorkCompleter : RepositoryCompleter
{
    /// <summary>What of the saves, newest first, may be meant, and a word about each.</summary>
    private protected abstract IEnumerable<(string Text, string About)> Offers(IEnumerable<SavedWork> saves);

    private protected override IEnumerable<(string Text, string About)> Offers(GitRepository repository)
    {
        using var saves = new SavedWorks(repository);
        return [.. Offers(saves.All())];
    }
}
