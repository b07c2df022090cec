namespace CodeSyncer.Platform.Records;

/// <summary>A commit as an answer names it.</summary>
/// <param name="Commit">Full id.</param>
public sealed record CommitNote(string Commit, string Author, DateTimeOffset AuthoredAt, string Subject);
