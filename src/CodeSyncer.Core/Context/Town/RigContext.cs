using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context.Town;

/// <summary>How one rig stands: its branch, what that changed, its tags.</summary>
/// <param name="Rig">Its name.</param>
/// <param name="Folder">From the root of the town, with <c>/</c>; absolute where it stands elsewhere.</param>
/// <param name="Uncommitted">Paths with changes that are not committed.</param>
public sealed record RigContext(string Rig, string Folder, CurrentWork Work, IReadOnlyList<string> Uncommitted, IReadOnlyList<Tag> Tags)
{
    /// <summary>All that is being changed here, committed or not.</summary>
    public IReadOnlyList<string> ChangedPaths => [.. Work.Changes.Select(change => change.Path).Concat(Uncommitted).Distinct(StringComparer.Ordinal)];
}
