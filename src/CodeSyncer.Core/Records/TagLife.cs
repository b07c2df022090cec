using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>All that happened to one tag, oldest first.</summary>
/// <param name="Tag">As it is now, or as it was last.</param>
/// <param name="IsAlive">Whether a file holds it in the commit that was asked for.</param>
public sealed record TagLife(Tag Tag, bool IsAlive, IReadOnlyList<TagEvent> Events);
