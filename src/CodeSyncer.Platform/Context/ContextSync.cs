using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>Brings the context documents up to date, in the work tree or in a folder for publishing.</summary>
public sealed class ContextSync(Workspace workspace)
{
    /// <summary>How long one rendering waits for another one in the same work tree.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="CodeSyncerException">A bare repository, an unknown revision, a target that is in the way.</exception>
    public SyncResult Run(SyncOptions options, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        if (options.Rev is not null && options.To is null)
            throw ErrorTexts.RevisionNeedsTarget(options.Rev);
        var reader = new ContextReader(workspace);
        if (options.To is not null)
        {
            var published = options.Rev is null ? reader.Staged() : reader.FromRevision(options.Rev, progress, cancel);
            return new PublishedFolder(workspace, options.To).Write(published, options.Check);
        }

        _ = workspace.Root;
        if (options.Check)
            return Check(reader.FromIndex());
        using var alone = FileLock.TryTake(workspace.Paths.Lock, Patience);
        return Write(reader.FromWorkTree(progress, cancel), null, trustFingerprints: false);
    }

    /// <summary>What a git hook does: the index, or the index-to-be, with the edits already known.</summary>
    public (SyncResult Result, ContextSnapshot Snapshot) RunFromIndex(string? indexFile = null)
    {
        using var alone = FileLock.TryTake(workspace.Paths.Lock, Patience);
        var snapshot = new ContextReader(workspace).FromIndex(indexFile);
        return (Write(snapshot, indexFile, trustFingerprints: true), snapshot);
    }

    /// <summary>Whether the documents show this very index, branch and configuration already.</summary>
    public bool IsCurrent() => RenderState.Open(workspace).IsCurrent();

    /// <summary>Where the work on this branch stands.</summary>
    public CurrentWork CurrentWork(TrackedFiles files)
    {
        var start = BranchStart.Of(workspace.Repository, workspace.Paths.BranchStart);
        var changes = start.Commit is null
            ? []
            : BaseListing.Of(workspace.Repository, start.Commit, workspace.Paths.Cache).Compare(files);
        return new CurrentWork(start.Branch, start.Name, changes);
    }

    private SyncResult Check(ContextSnapshot snapshot)
    {
        var sources = new DocumentSources(snapshot, CurrentWork(snapshot.Files), workspace.CurrentBrief);
        var results = new DocumentFolder(workspace.Repository).Check(snapshot.Files, sources);
        return new SyncResult(results, snapshot.Tags.Count, snapshot.Tagged.Count);
    }

    private SyncResult Write(ContextSnapshot snapshot, string? indexFile, bool trustFingerprints)
    {
        var sources = new DocumentSources(snapshot, CurrentWork(snapshot.Files), workspace.CurrentBrief);
        var state = RenderState.Open(workspace);
        var results = new DocumentFolder(workspace.Repository).Write(snapshot.Files, sources,
            (name, path) => trustFingerprints && state.Holds(name, sources.Fingerprint(name), path));
        state.Remember(indexFile, results.Select(result => (result, sources.Fingerprint(result.Name))));
        return new SyncResult(results, snapshot.TagCount, snapshot.Tagged.Count);
    }
}
