using CodeSyncer.Core.Records;
using CodeSyncer.Platform.History;

namespace CodeSyncer.Platform.Records;

/// <summary>A tag that explains a place, and who wrote it.</summary>
/// <param name="Origin">Null: it is in no commit yet.</param>
public sealed record WhyTag(NearTag Near, CommitNote? Origin);
