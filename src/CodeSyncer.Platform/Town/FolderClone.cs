namespace CodeSyncer.Platform.Town;

/// <summary>A repository that stands in a folder.</summary>
/// <param name="Name">What it would be called as a rig.</param>
/// <param name="Path">Its work tree; absolute.</param>
/// <param name="Refusal">Why it can be no rig; null: it can.</param>
public sealed record FolderClone(string Name, string Path, string? Refusal);
