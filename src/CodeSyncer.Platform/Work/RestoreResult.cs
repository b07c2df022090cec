using CodeSyncer.Core.Work;

namespace CodeSyncer.Platform.Work;

/// <summary>What restoring a save did.</summary>
/// <param name="WorkTree">Absolute path of the work tree that holds it now.</param>
/// <param name="Written">Paths that were written, sorted.</param>
/// <param name="Deleted">Paths that were taken away, as they were in the save.</param>
/// <param name="MovedHead">HEAD stands on the commit of the save again, and did not before.</param>
/// <param name="OperationLeftOut">The operation that was in progress, where it could not be taken up here.</param>
public sealed record RestoreResult(
    SavedWork Work, string WorkTree, IReadOnlyList<string> Written, IReadOnlyList<string> Deleted, bool MovedHead, string? OperationLeftOut)
{
    /// <summary>Submodules that stand elsewhere than in the save: not checked out, without that commit, or with changes of their own.</summary>
    public IReadOnlyList<(string Path, string Commit)> SubmodulesElsewhere { get; init; } = [];

    /// <summary>What the save does not hold.</summary>
    public IReadOnlyList<LeftOut> LeftOut => Work.State.LeftOut;
}
