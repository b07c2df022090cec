using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>One thing that a commit did to a tag.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="Tag">The tag as it was behind the commit; of one that was dropped or superseded, as it was last.</param>
/// <param name="Before">Of a reworded or moved tag, as it was before; of a superseded one, the tag that takes its place; of one that a merge kept, the form that it did not take.</param>
public sealed record TagEvent(TagEventKind Kind, string Commit, string Author, DateTimeOffset AuthoredAt, string Subject, Tag Tag, Tag? Before = null)
{
    /// <summary>The history is cut here (a shallow clone): it happened in this commit or in an older one.</summary>
    public bool IsCut { get; init; }
}
