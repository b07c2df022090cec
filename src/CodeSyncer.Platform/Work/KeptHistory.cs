using System.Globalization;
using System.Text;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Copies into <c>work.git</c> what a save needs and only the user's repository has: commits that no remote-tracking branch
/// and no tag reaches, and blobs that only the index holds. So an amend, a deleted branch and <c>git gc</c> cannot break a save.
/// </summary>
internal sealed class KeptHistory(GitRepository repository, WorkStore store, long mostBytes)
{
    /// <summary>Heads whose history is known to be kept; more are of no use.</summary>
    private const int MostHeads = 100;

    /// <summary>Up to here objects are copied one by one; beyond, as a pack.</summary>
    private const int FewObjects = 200;

    /// <summary>Whether the history was too large to be kept.</summary>
    public bool IsLeftOut { get; private set; }

    /// <param name="head">The commit of HEAD; null: none.</param>
    /// <param name="others">Ids that an operation in progress names; what is no commit here is skipped.</param>
    public void Keep(string? head, IReadOnlyList<string> others, CapturedWork work, SavedWork? previous)
    {
        if (head is not null || others.Count > 0)
            KeepCommits(head, others);
        var isNew = previous is null || previous.StagedTree != work.Staged || !previous.Parts.ContainsKey(SavedWork.Unmerged);
        if (isNew && (head is null || TreeOf(head) != work.Staged || work.Unmerged.Count > 0))
            KeepStaged(head, work, previous);
        if (work.Files != work.Staged && work.Files != previous?.FilesTree)
            KeepFolders(work);
    }

    /// <summary>The ids of commits whose history is kept.</summary>
    public static HashSet<string> Heads(WorkStore store) =>
        File.Exists(store.KeptFile) ? [.. File.ReadAllLines(store.KeptFile).Where(line => line.Length > 0)] : [];

    private void KeepCommits(string? head, IReadOnlyList<string> others)
    {
        var kept = Heads(store);
        var wanted = others.Append(head).OfType<string>().Where(id => !kept.Contains(id)).Distinct().ToList();
        if (wanted.Count == 0)
            return;
        var commits = Existing(wanted);
        if (commits.Count == 0)
            return;
        var known = kept.Count == 0 ? [] : Existing([.. kept]);
        var git = store.GitInWorkTree();
        var input = string.Join('\n', [.. commits, .. known.Select(id => "^" + id), ""]);
        var listed = git.BytesWithInput(Encoding.ASCII.GetBytes(input), "rev-list", "--objects", "--no-object-names", "--missing=allow-any", "--stdin", "--not", "--remotes", "--tags");
        var ids = Lines(listed);
        if (ids.Count > FewObjects && SizeOf(ids) > mostBytes)
        {
            IsLeftOut = true;
            return;
        }

        Copy(ids);
        var lines = kept.Concat(wanted).TakeLast(MostHeads);
        AtomicFile.Write(store.KeptFile, string.Join('\n', lines) + "\n");
    }

    private void KeepStaged(string? head, CapturedWork work, SavedWork? previous)
    {
        var without = new[] { head is null ? null : head + "^{tree}", previous?.StagedTree }.OfType<string>().Select(tree => "^" + tree);
        var input = string.Join('\n', [work.Staged, .. work.Unmerged, .. without, ""]);
        Copy(Lines(store.GitInWorkTree().BytesWithInput(Encoding.ASCII.GetBytes(input), "rev-list", "--objects", "--no-object-names", "--missing=allow-any", "--stdin")));
    }

    /// <summary>
    /// Git writes no tree that it finds in the user's repository, and there it may be one that nothing holds: of a dropped
    /// stash, of a merge that was given up. Files are always written here.
    /// </summary>
    private void KeepFolders(CapturedWork work)
    {
        var folders = new List<string> { work.Files };
        foreach (var piece in NulList.Of(store.GitInWorkTree().Bytes("diff-tree", "-r", "-t", "-z", "--no-renames", "--full-index", "--end-of-options", work.Staged, work.Files)))
        {
            // :MODE MODE ID ID STATUS, and the path as a piece of its own.
            if (piece is [(byte)':', ..] && Encoding.ASCII.GetString(piece).Split(' ') is [_, TreeLines.Folder, _, var id, _])
                folders.Add(id);
        }

        folders.RemoveAll(id => File.Exists(Path.Combine(store.Objects, id[..2], id[2..])));
        Copy(folders);
    }

    private void Copy(List<string> ids)
    {
        if (ids.Count > FewObjects)
        {
            // Objects that we have already come along: git packs what it is told.
            store.Git().BytesWithInput(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"),
                "pack-objects", "--quiet", "--missing=allow-any", Path.Combine(store.Objects, "pack", "pack"));
            return;
        }

        using var reader = new ObjectReader(repository.Git(), repository.ObjectsDirectory);
        foreach (var id in ids)
        {
            var own = Path.Combine(store.Objects, id[..2], id[2..]);
            if (File.Exists(own))
                continue;
            if (FileLook.At(Path.Combine(repository.ObjectsDirectory, id[..2], id[2..])) is { Kind: FileKind.File })
                CopyLoose(id, own);
            else if (reader.Read(id) is var (type, content))
                store.Write(type, content);
        }
    }

    private void CopyLoose(string id, string own)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(own)!, $"tmp_obj_{Environment.ProcessId:x}");
        Directory.CreateDirectory(Path.GetDirectoryName(own)!);
        File.Delete(temporary);
        try
        {
            File.Copy(Path.Combine(repository.ObjectsDirectory, id[..2], id[2..]), temporary);
            File.Move(temporary, own, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Packed meanwhile.
            using var reader = new ObjectReader(repository.Git(), repository.ObjectsDirectory);
            if (reader.Read(id) is var (type, content))
                store.Write(type, content);
        }
    }

    /// <summary>Bytes on disk, as git counts them.</summary>
    private long SizeOf(List<string> ids) => Lines(repository.Git().BytesWithInput(
        Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), "cat-file", "--batch-check=%(objectsize:disk)", "--buffer"))
        .Sum(line => long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0);

    private List<string> Existing(List<string> ids)
    {
        var answers = Lines(store.GitInWorkTree().BytesWithInput(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), "cat-file", "--batch-check"));
        return [.. answers.Select(line => line.Split(' ')).Where(fields => fields is [_, "commit", _]).Select(fields => fields[0])];
    }

    private string? TreeOf(string commit)
    {
        if (store.TryRead(commit) is not ("commit", var content))
            return null;
        var text = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, 80));
        return text["tree ".Length..text.IndexOf('\n', StringComparison.Ordinal)];
    }

    private static List<string> Lines(byte[] output) => [.. Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
