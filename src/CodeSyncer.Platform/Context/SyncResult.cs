namespace CodeSyncer.Platform.Context;

/// <summary>What a rendering did, document by document.</summary>
public sealed record SyncResult(IReadOnlyList<DocumentResult> Documents, int TagCount, int FileCount)
{
    public bool IsStale => Documents.Any(document => document.State == DocumentState.Stale);

    public IEnumerable<DocumentResult> Skipped => Documents.Where(document => document.Reason is not null);
}
