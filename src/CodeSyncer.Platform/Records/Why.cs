using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Records;

namespace CodeSyncer.Platform.Records;

/// <summary>What explains a place of a repository.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>; empty: the repository itself.</param>
/// <param name="Tags">Nearest first.</param>
/// <param name="Origin">The commit that the line, or the newest state of the file, comes from; null: none yet.</param>
/// <param name="Commits">The newest commits of the place, newest first.</param>
/// <param name="Beads">What those commits, and the tags, name.</param>
public sealed record Why(string Path, int? Line, IReadOnlyList<WhyTag> Tags, CommitNote? Origin, IReadOnlyList<CommitNote> Commits, IReadOnlyList<Bead> Beads)
{
    public bool IsEmpty => Tags.Count == 0 && Beads.Count == 0;
}
