using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.History;

namespace CodeSyncer.Platform.Records;

/// <summary>What explains a place of a repository.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>; empty: the repository itself.</param>
/// <param name="Tags">Nearest first.</param>
/// <param name="Origin">The commit that the line, or the newest state of the file, comes from; null: none yet.</param>
/// <param name="Commits">The newest commits of the place, newest first.</param>
/// <param name="Beads">What those commits, and the tags, name.</param>
public sealed record Why(string Path, int? Line, IReadOnlyList<WhyTag> Tags, CommitNote? Origin, IReadOnlyList<CommitNote> Commits, IReadOnlyList<Bead> Beads)
{
    /// <summary>What was replaced and stands in no file any more.</summary>
    public IReadOnlySet<Tag> Gone { get; init; } = new HashSet<Tag>();

    public bool IsEmpty => Tags.Count == 0 && Beads.Count == 0;

    /// <summary>A commit of this answer is where a shallow clone is cut: what it says may be of an older one.</summary>
    public bool IsCut => Origin?.IsCut == true || Commits.Any(commit => commit.IsCut) || Tags.Any(tag => tag.Origin?.IsCut == true);
}
