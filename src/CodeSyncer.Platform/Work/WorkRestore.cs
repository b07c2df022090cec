using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Brings a work tree to a saved state: files, bits and links, index with its conflicts and flags, the operation in
/// progress. It begins only where nothing would be lost: everything that differs from HEAD must be as in the save already,
/// and so a restore that was cut off can be run again.
/// </summary>
public sealed class WorkRestore(Workspace workspace)
{
    private readonly GitRepository _repository = workspace.Repository;

    /// <exception cref="CodeSyncerException">Conflict: unsaved work, another branch or an operation stands in the way; nothing was changed.</exception>
    public RestoreResult Restore(SavedWork work) => Restore(work, isNewTree: false);

    /// <summary>Restores into a new work tree of the repository, on a detached HEAD.</summary>
    /// <param name="directory">Absolute; not there yet, or empty.</param>
    public RestoreResult RestoreTo(SavedWork work, string directory)
    {
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            throw WorkErrors.TargetNotEmpty(directory);
        using (var store = new WorkStore(_repository))
            new ObjectTransfer(_repository, store).Bring(work, []);
        var git = new GitCommand(_repository.WorkTree ?? _repository.GitDirectory);
        var start = work.State.Head ?? git.Text("-c", "user.name=codesyncer", "-c", "user.email=", "commit-tree", "-m", "the work before the first commit",
            Encoding.ASCII.GetString(git.BytesWithInput([], "hash-object", "-t", "tree", "-w", "--stdin")).Trim());
        git.Text("worktree", "add", "--quiet", "--detach", "--", directory, start);
        var target = Workspace.Open(directory);
        if (work.State.Head is null)
            target.Repository.Git().Text("symbolic-ref", "HEAD", $"refs/heads/restored-{work.ShortId}");
        return new WorkRestore(target).Restore(work, isNewTree: true);
    }

    private RestoreResult Restore(SavedWork work, bool isNewTree)
    {
        _ = workspace.Root;
        using var store = new WorkStore(_repository);
        try
        {
            using var alone = FileLock.TryTake(WorkSave.LockFile(workspace), TimeSpan.FromSeconds(20)) ?? throw WorkErrors.Busy(workspace.Root);
            using var reading = store.TryShare(TimeSpan.FromSeconds(20)) ?? throw WorkErrors.Busy(store.Directory);
            return Restore(store, work, isNewTree);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            throw new CodeSyncerException(ErrorKind.Internal, "RestoreStopped", $"restoring '{work.ShortId}' stopped: {error.Message}", "run it again: what is done already is kept", error);
        }
    }

    private RestoreResult Restore(WorkStore store, SavedWork work, bool isNewTree)
    {
        var operation = OperationOf(store, work);
        if (File.Exists(_repository.IndexFile + ".lock"))
            throw WorkErrors.IndexLocked(_repository.IndexFile + ".lock");
        if (OperationInProgress.Of(_repository) is { } running && !operation.All(file => IsWritten(file.Key, file.Value)))
            throw WorkErrors.OperationInProgress(running);
        var transfer = new ObjectTransfer(_repository, store);
        transfer.Bring(work, OperationFiles.Ids(operation, _repository.HashSize));
        var head = new HeadMove(_repository, work.State);
        if (!isNewTree)
            head.Check();
        var files = TreeDifference.Between(store.GitInWorkTree(), head.TreeAfter(), work.FilesTree);
        RefuseUnsaved(store, work, files, head.TreeNow());
        var moved = !isNewTree && head.Move();
        var written = Write(store, work, files);
        var leftOut = WriteOperation(operation, isNewTree);
        _repository.Git().Run(null, "update-index", "-q", "--refresh");
        var submodules = new Submodules(_repository);
        var elsewhere = files.Where(file => file.NewMode == TreeLines.Submodule && !submodules.CheckOut(file.Path, file.NewId)).Select(file => (file.Path, file.NewId)).ToList();
        return new RestoreResult(work, workspace.Root, written, [.. files.Where(file => file.IsGone).Select(file => file.Path)], moved, leftOut) { SubmodulesElsewhere = elsewhere };
    }

    /// <summary>What differs from HEAD now must be as in the save; and nothing that git does not track may stand where a file is written.</summary>
    private void RefuseUnsaved(WorkStore store, SavedWork work, List<TreeDifference> files, string treeNow)
    {
        var now = new WorkTreeCapture(workspace, store, includeSecrets: false).Take();
        var git = store.GitInWorkTree();
        var unknown = now.LeftOut.Select(left => left.Path).ToHashSet(StringComparer.Ordinal);
        var inTheWay = new SortedSet<string>(files.Select(file => file.Path).Where(unknown.Contains), StringComparer.Ordinal);
        var saved = TreeDifference.Between(git, treeNow, work.FilesTree).ToDictionary(file => file.Path, file => file.New, StringComparer.Ordinal);
        foreach (var difference in TreeDifference.Between(git, treeNow, now.Files))
        {
            if (saved.TryGetValue(difference.Path, out var wanted) ? wanted != difference.New : difference.WasThere || IsStaged(now, difference))
                inTheWay.Add(difference.Path);
        }

        var savedIndex = TreeDifference.Between(git, treeNow, work.StagedTree).ToDictionary(file => file.Path, file => file.New, StringComparer.Ordinal);
        foreach (var difference in TreeDifference.Between(git, treeNow, now.Staged))
        {
            if (!savedIndex.TryGetValue(difference.Path, out var wanted) || wanted != difference.New)
                inTheWay.Add(difference.Path);
        }

        var writer = Writer(store);
        var tracked = GitListing.Index(_repository);
        var gone = files.Where(file => file.IsGone).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !file.IsGone && !file.WasThere && tracked.Find(file.Bytes) < 0 && !inTheWay.Contains(file.Path)))
        {
            var kind = writer.IsInRealFolder(file.Path) ? FileLook.At(Path.Combine(workspace.Root, file.Path)).Kind : FileKind.Missing;
            if (kind is FileKind.Missing || IsAsSaved(file, kind) || (kind is FileKind.Folder && WillBeEmpty(file.Path, gone)))
                continue;
            inTheWay.Add(file.Path);
        }

        if (inTheWay.Count > 0)
            throw WorkErrors.InTheWay([.. inTheWay]);
    }

    /// <summary>Whether all that lies in a folder is taken away by the restore itself.</summary>
    private bool WillBeEmpty(string folder, HashSet<string> gone) =>
        Directory.EnumerateFileSystemEntries(Path.Combine(workspace.Root, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(entry => FileLook.At(entry).Kind is not FileKind.Folder)
            .All(entry => gone.Contains(Path.GetRelativePath(workspace.Root, entry).Replace('\\', '/')));

    private bool IsStaged(CapturedWork now, TreeDifference difference) =>
        !now.Changed.Contains(difference.Path) || GitListing.Index(_repository).Find(difference.Bytes) >= 0;

    private bool IsAsSaved(TreeDifference file, FileKind kind) => kind is FileKind.File && file.NewMode != "120000"
        && LooseObject.IdOf("blob", File.ReadAllBytes(Path.Combine(workspace.Root, file.Path)), _repository.HashSize) == file.NewId;

    private List<string> Write(WorkStore store, SavedWork work, List<TreeDifference> files)
    {
        var rest = work.Parts.TryGetValue(SavedWork.Index, out var index) ? IndexRest.Read(store.Read(index, "blob")) : [];
        var writer = Writer(store);
        foreach (var file in files.Where(file => file.IsGone))
            writer.Delete(file.Path);
        WriteIndex(store, work, rest);
        var raw = new HashSet<string>(StringComparer.Ordinal);
        if (work.Parts.TryGetValue(SavedWork.Raw, out var list))
        {
            foreach (var path in NulList.Of(store.Read(list, "blob")))
                raw.Add(Encoding.UTF8.GetString(path));
        }

        var absent = rest.Where(entry => entry.IsNotInWorkTree).Select(entry => Encoding.UTF8.GetString(entry.Path)).ToHashSet(StringComparer.Ordinal);
        var wanted = files.Where(file => !file.IsGone && file.NewMode != TreeLines.Submodule && (raw.Contains(file.Path) || !absent.Contains(file.Path))).ToList();
        foreach (var path in absent.Where(path => !raw.Contains(path)))
            writer.Delete(path);
        CheckOut(store, wanted.Where(file => !raw.Contains(file.Path)));
        foreach (var file in wanted.Where(file => raw.Contains(file.Path)))
            writer.Write(file.Path, file.NewMode, store.Read(file.NewId, "blob"));
        return [.. wanted.Select(file => file.Path)];
    }

    /// <summary>Under git's own lock of the index, and there whole or not at all.</summary>
    private void WriteIndex(WorkStore store, SavedWork work, List<IndexRest> rest)
    {
        var flagged = rest.Select(entry => Encoding.UTF8.GetString(entry.Path)).ToHashSet(StringComparer.Ordinal);
        var staged = GitListing.TreeOf(store.GitInWorkTree(), work.StagedTree, _repository.HashSize);
        var entries = Enumerable.Range(0, staged.Count)
            .Where(i => !flagged.Contains(staged.PathText(i)))
            .Select(i => new IndexRest(Convert.ToString(staged[i].Mode, 8), staged.IdText(i), 0, "-", staged.Path(i).ToArray()));
        var content = IndexWriter.Write(entries.Concat(rest), GitListing.Index(_repository), _repository.HashSize);
        var lockFile = _repository.IndexFile + ".lock";
        using (var file = new FileStream(lockFile, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            file.Write(content);
        File.Move(lockFile, _repository.IndexFile, overwrite: true);
    }

    /// <summary>What is in the index as it is in the work tree: git writes it, with its conversions.</summary>
    private static void CheckOut(WorkStore store, IEnumerable<TreeDifference> files)
    {
        using var paths = new MemoryStream();
        foreach (var file in files)
        {
            paths.Write(file.Bytes);
            paths.WriteByte(0);
        }

        if (paths.Length > 0)
            store.GitInWorkTree().BytesWithInput(paths.ToArray(), "checkout-index", "--force", "--quiet", "-u", "-z", "--stdin");
    }

    private SortedDictionary<string, byte[]> OperationOf(WorkStore store, SavedWork work)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (work.Parts.TryGetValue(SavedWork.Operation, out var tree))
            AddFiles(store, tree, "", files);
        return files;
    }

    private void AddFiles(WorkStore store, string tree, string prefix, SortedDictionary<string, byte[]> files)
    {
        foreach (var entry in TreeObject.Parse(store.Read(tree, "tree"), _repository.HashSize))
        {
            var path = prefix + entry.Name;
            if (entry.IsFolder)
                AddFiles(store, entry.Id, path + "/", files);
            else if (OperationFiles.IsOne(path))
                files[path] = store.Read(entry.Id, "blob");
        }
    }

    private bool IsWritten(string path, byte[] content) =>
        File.Exists(Path.Combine(_repository.GitDirectory, path)) && File.ReadAllBytes(Path.Combine(_repository.GitDirectory, path)).AsSpan().SequenceEqual(content);

    /// <returns>The operation's name, where it was not taken up: its branch is checked out elsewhere.</returns>
    private string? WriteOperation(SortedDictionary<string, byte[]> operation, bool isNewTree)
    {
        if (operation.Count == 0)
            return null;
        if (isNewTree && OperationFiles.BranchLeft(operation) is { } branch
            && _repository.Git().Text("worktree", "list", "--porcelain").Split('\n').Contains("branch refs/heads/" + branch))
            return operation.Keys.First().StartsWith("BISECT", StringComparison.Ordinal) ? "bisect" : "rebase";
        // The mark by which git knows the operation comes last.
        foreach (var (path, content) in operation.OrderBy(file => file.Key is "MERGE_HEAD" or "CHERRY_PICK_HEAD" or "REVERT_HEAD" or "BISECT_LOG"))
            AtomicFile.Write(Path.Combine(_repository.GitDirectory, path), content);
        return null;
    }

    private WorkTreeWriter Writer(WorkStore store) => new(workspace.Root, Path.Combine(store.Directory, "tmp"));
}
