namespace CodeSyncer.Core.Context;

/// <summary>A path that the branch changed.</summary>
public readonly record struct PathChange(string Path, PathChangeKind Kind);
