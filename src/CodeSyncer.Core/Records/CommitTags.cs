using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>The tags that one commit took out of files and put into them; what stands in a file before and behind it is in neither.</summary>
/// <param name="IsCut">Its parents are not here (a shallow clone): all that its files hold looks new.</param>
public sealed record CommitTags(string Commit, string Author, DateTimeOffset AuthoredAt, string Subject, bool IsCut, IReadOnlyList<Tag> Removed, IReadOnlyList<Tag> Added);
