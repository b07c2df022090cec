namespace CodeSyncer.Platform.History;

/// <summary>A commit as an answer names it.</summary>
/// <param name="Commit">Full id.</param>
public sealed record CommitNote(string Commit, string Author, DateTimeOffset AuthoredAt, string Subject)
{
    /// <summary>A shallow clone is cut here: what this commit seems to have brought came with it or with an older one.</summary>
    public bool IsCut { get; init; }
}
