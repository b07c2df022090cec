using System.Globalization;
using System.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Takes the state of a work tree: the index as a tree, and the index with every change of the work tree as another. It
/// works on a copy of the index, so that the user's is neither written nor locked.
/// </summary>
internal sealed class WorkTreeCapture(Workspace workspace, WorkStore store, bool includeSecrets)
{
    private readonly GitRepository _repository = workspace.Repository;

    /// <exception cref="Core.Errors.CodeSyncerException">Git cannot read this work tree.</exception>
    public CapturedWork Take()
    {
        var folder = Path.Combine(store.Directory, "tmp");
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"index.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}"));
        try
        {
            return Take(copy);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(copy + ".lock");
        }
    }

    private CapturedWork Take(string copy)
    {
        var index = CopyIndex(copy);
        var git = store.GitInWorkTree(copy);
        var rest = IndexRest.Of(index).ToList();
        var changes = new ChangedPaths(_repository, index, rest).List(git);
        var conflicts = rest.Where(entry => entry.Stage > 0).Select(entry => entry.Path).ToList();
        if (conflicts.Count > 0)
            git.BytesWithInput(TreeLines.Removing(conflicts, _repository.HashSize), "update-index", "-z", "--index-info");
        var inIndex = InIndex(git, index);
        var staged = (conflicts.Count == 0 ? index.Tree : null) ?? git.Text("write-tree", "--missing-ok");
        var content = new ContentStore(_repository, store, workspace.Settings.Work, includeSecrets);
        var lines = new TreeLines(_repository.HashSize);
        var changed = new List<string>();
        var skipped = rest.Where(entry => entry.IsNotInWorkTree).Select(entry => Encoding.UTF8.GetString(entry.Path)).ToHashSet(StringComparer.Ordinal);
        using var raw = new MemoryStream();
        content.Store(changes, (change, mode, id) =>
        {
            if (mode is null)
            {
                lines.Remove(change.Bytes);
            }
            else if (change.IsTheSame(mode, id!))
            {
                // The flag says that it need not be there, and it is.
                if (skipped.Contains(change.Path))
                    Mark(raw, change.Bytes);
                return;
            }
            else
            {
                lines.Put(mode, id!, change.Bytes);
                Mark(raw, change.Bytes);
            }

            changed.Add(change.Path);
        });
        var files = staged;
        if (!lines.IsEmpty)
        {
            git.BytesWithInput(lines.ToArray(), "update-index", "-z", "--index-info");
            files = git.Text("write-tree", "--missing-ok");
        }

        changed.Sort(StringComparer.Ordinal);
        var unmerged = rest.Where(entry => (entry.Stage > 0 || entry.IsAnnounced) && entry.Mode != TreeLines.Submodule).Select(entry => entry.Id).Distinct().ToList();
        return new CapturedWork(staged, files, IndexRest.Write(rest), raw.ToArray(), unmerged, changed, inIndex,
            [.. content.LeftOut, .. Submodules.Unsaved(git, index).Select(path => new LeftOut(path + "/", "is a submodule with changes of its own", null))]);
    }

    private static void Mark(MemoryStream list, byte[] path)
    {
        list.Write(path);
        list.WriteByte(0);
    }

    /// <summary>What is staged: before the first commit, all that the index holds.</summary>
    private List<string> InIndex(GitCommand git, TrackedFiles index)
    {
        if (new HeadReader(_repository).Commit() is not { } head)
            return [.. Enumerable.Range(0, index.Count).Select(index.PathText).Distinct(StringComparer.Ordinal)];
        var paths = new List<string>();
        foreach (var path in NulList.Of(git.Bytes("diff-index", "--cached", "--name-only", "--no-renames", "-z", "--end-of-options", head)))
            paths.Add(Encoding.UTF8.GetString(path));
        return paths;
    }

    /// <summary>
    /// The copy keeps the time of the index: a file that was changed in the moment in which the index was written would
    /// otherwise pass as unchanged.
    /// </summary>
    private TrackedFiles CopyIndex(string copy)
    {
        var index = _repository.IndexFile;
        if (!File.Exists(index))
            return TrackedFiles.Empty(_repository.HashSize);
        var written = File.GetLastWriteTimeUtc(index);
        File.Copy(index, copy, overwrite: true);
        File.SetLastWriteTimeUtc(copy, written);
        if (IndexFile.TryRead(copy, _repository.HashSize) is { } files)
            return files;
        // A split or sparse one: git writes the copy out whole.
        new GitCommand(_repository.WorkTree!) { IndexFile = copy }
            .Text("-c", "core.splitIndex=false", "-c", "index.sparse=false", "update-index", "--no-split-index", "--force-write-index");
        File.SetLastWriteTimeUtc(copy, written);
        return GitListing.Index(_repository, copy);
    }
}
