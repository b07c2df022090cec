using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>What restoring a save would change in the files of the work tree.</summary>
public sealed class WorkComparison(Workspace workspace)
{
    /// <summary>From now to the save, as git's patch; empty: nothing differs. Index and HEAD do not count.</summary>
    /// <param name="isSummary">Only the paths and how much of them changes.</param>
    public string Diff(SavedWork work, bool isSummary = false)
    {
        _ = workspace.Root;
        using var store = new WorkStore(workspace.Repository);
        using var writing = store.TryShare(TimeSpan.FromSeconds(20)) ?? throw WorkErrors.Busy(store.Directory);
        var now = new WorkTreeCapture(workspace, store, includeSecrets: false).Take();
        // No command of a configuration runs for it: neither external drivers nor conversions to text.
        return store.GitInWorkTree().Text("diff", "--no-color", "--no-ext-diff", "--no-textconv", isSummary ? "--stat" : "--patch", now.Files, work.FilesTree);
    }
}
