using CodeSyncer.Platform.Work;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the branches that something is saved of.</summary>
public sealed class WorkBranchCompleter : WorkCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(IEnumerable<SavedWork> saves) =>
        saves.Select(save => save.State.Branch).OfType<string>().CountBy(branch => branch).Select(branch => (branch.Key, $"{branch.Value} saves"));
}
