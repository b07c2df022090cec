namespace CodeSyncer.Platform.Git;

/// <summary>The commit that a line comes from.</summary>
/// <param name="Commit">Its full id.</param>
/// <param name="AuthoredAt">With the author's own offset.</param>
public sealed record BlameLine(string Commit, string Author, DateTimeOffset AuthoredAt);
