using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.History;

namespace CodeSyncer.Platform.Records;

/// <summary>Where a bead shows up in one repository: work tags, branches and commits that name it or its <c>external_ref</c>.</summary>
/// <param name="Rig">Empty: a repository on its own.</param>
public sealed record BeadTrace(string Rig, IReadOnlyList<Tag> Tags, IReadOnlyList<string> Branches, IReadOnlyList<CommitNote> Commits)
{
    public bool IsEmpty => Tags.Count + Branches.Count + Commits.Count == 0;
}
