using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.Scopes;

/// <summary>What a watch did: a rig's documents, or (with an empty rig) those of the town.</summary>
public sealed record WatchReport(string Rig, SyncResult Result, TimeSpan Took);
