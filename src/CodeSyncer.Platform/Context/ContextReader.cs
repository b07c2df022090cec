using System.Text;
using CodeSyncer.Core.Projects;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>Makes snapshots of the context: of an index (with the edits already known), of the work tree, of a revision.</summary>
public sealed class ContextReader(Workspace workspace)
{
    private readonly GitRepository _repository = workspace.Repository;
    private readonly IndexTags _indexTags = new(workspace.Repository, workspace.Cache);

    /// <summary>The index, and of the work tree only what is known to differ: what a git hook shows.</summary>
    /// <param name="indexFile">The index-to-be of a running commit; null: the repository's own.</param>
    /// <param name="edited">Paths that may have been edited: what differs in them is a known edit from now on.</param>
    public ContextSnapshot FromIndex(string? indexFile = null, IReadOnlyCollection<string>? edited = null)
    {
        var files = GitListing.Index(_repository, indexFile);
        var tagged = _indexTags.Read(files);
        var edits = KnownEdits.Open(workspace.Paths.Edits);
        var recheck = new EditCheck(workspace, files, tagged);
        recheck.Again(edits);
        if (edited is not null)
            recheck.Look(edits, edited);
        if (indexFile is not null && indexFile != _repository.IndexFile)
            recheck.NoteNew(edits, _indexTags.NewlyRead);
        TrySave(edits);
        if (edits.All.Count == 0)
            return Finish(files, tagged, WorkTreeText(files));
        var shown = EditCheck.Overlay(tagged, edits);
        return Finish(files, shown, WorkTreeText(files), Finish(files, tagged, WorkTreeText(files)));
    }

    /// <summary>The index alone: what is staged.</summary>
    public ContextSnapshot Staged(string? indexFile = null)
    {
        var files = GitListing.Index(_repository, indexFile);
        return Finish(files, _indexTags.Read(files), WorkTreeText(files));
    }

    /// <summary>The whole work tree, with untracked files that are not ignored; what differs becomes a known edit.</summary>
    public ContextSnapshot FromWorkTree(IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        var files = GitListing.Index(_repository);
        var edits = KnownEdits.Open(workspace.Paths.Edits);
        var scan = new WorkTreeScan(workspace, files, _indexTags);
        var tagged = scan.Run(edits, progress, cancel);
        TrySave(edits);
        return Finish(files, EditCheck.Overlay(tagged, edits), WorkTreeText(files));
    }

    /// <summary>Any commit or tree.</summary>
    public ContextSnapshot FromRevision(string revision, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        var files = GitListing.Tree(_repository, revision);
        return Finish(files, _indexTags.Read(files, progress, cancel), BlobText(files));
    }

    /// <summary>What the manifests of the index say; no tag is read, and nothing is written.</summary>
    public Stack ReadStack()
    {
        var files = GitListing.Index(_repository);
        return new ContextSnapshot(files, [], WorkTreeText(files)).ReadStack();
    }

    /// <summary>Which paths of these files do not count.</summary>
    internal PathFilter FilterOf(TrackedFiles files) => new(workspace.Settings, files, _repository.WorkTree is null ? BlobText(files) : WorkTreeText(files));

    private ContextSnapshot Finish(TrackedFiles files, List<TaggedFile> tagged, Func<int, string?> readText, ContextSnapshot? indexAlone = null)
    {
        workspace.Cache.Save(() => IndexTags.KeysOf(files));
        if (tagged.Count > 0)
        {
            var filter = new PathFilter(workspace.Settings, files, readText);
            tagged.RemoveAll(file => filter.Excludes(file.Path));
        }

        return new ContextSnapshot(files, tagged, readText) { NewlyRead = _indexTags.NewlyRead, IndexAlone = indexAlone! };
    }

    /// <summary>Manifests and attributes as they lie in the work tree, else as they are in the index.</summary>
    private Func<int, string?> WorkTreeText(TrackedFiles files)
    {
        var blobs = BlobText(files);
        return i =>
        {
            try
            {
                return FileStamp.Of(Path.Combine(workspace.Root, files.PathText(i))) is { Size: <= BlobReader.SizeLimit }
                    ? File.ReadAllText(Path.Combine(workspace.Root, files.PathText(i)))
                    : blobs(i);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return blobs(i);
            }
        };
    }

    private Func<int, string?> BlobText(TrackedFiles files) => i =>
    {
        string? text = null;
        new BlobReader(_repository).ReadAll([files.IdText(i)], (_, content) => text = Encoding.UTF8.GetString(content));
        return text;
    };

    private static void TrySave(KnownEdits edits)
    {
        try
        {
            edits.Save();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A repository that cannot be written shows its edits while this process lives.
        }
    }
}
