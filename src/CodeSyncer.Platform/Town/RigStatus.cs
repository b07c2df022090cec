using CodeSyncer.Core.Town;

namespace CodeSyncer.Platform.Town;

/// <summary>One rig as people see it.</summary>
/// <param name="Path">The person's clone; absolute.</param>
/// <param name="Tip">Where the target stands in the hub; null: the hub was not made yet.</param>
/// <param name="Problem">What is wrong with it; null: nothing.</param>
public sealed record RigStatus(RigSettings Settings, string Path, string? Tip, int Working, int Polecats, int Crew, int Queued, string? Problem);
