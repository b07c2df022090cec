namespace CodeSyncer.Platform.Context;

/// <summary>How far a scan is, in files.</summary>
public readonly record struct ScanProgress(int Done, int Total);
