using System.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Which changes of a save are gone from the work tree: neither there, nor changed further, nor committed since. That is
/// what somebody threw away.
/// </summary>
public sealed class MissingWork(Workspace workspace)
{
    private readonly GitRepository _repository = workspace.Repository;

    /// <param name="uncommitted">Paths that differ from HEAD now: what was changed further is not gone. A folder ends in a slash.</param>
    public IReadOnlyList<string> Of(SavedWork save, IReadOnlyCollection<string> uncommitted)
    {
        var candidates = save.State.Changed.Where(path => !IsAmong(uncommitted, path)).ToList();
        if (candidates.Count == 0)
            return [];
        var gone = Gone(save, candidates);
        var head = new HeadReader(_repository).Commit();
        if (gone.Count == 0 || save.State.Head is not { } then || head is null || head == then || _repository.Git().Run(null, "merge-base", "--is-ancestor", then, head).ExitCode != 0)
            return gone;
        var committed = Encoding.UTF8.GetString(_repository.Git().Bytes("diff", "--name-only", "--no-renames", "-z", then, head)).Split('\0').ToHashSet(StringComparer.Ordinal);
        return gone.FindAll(path => !committed.Contains(path));
    }

    /// <summary>Which of some paths are in the work tree not as in the save.</summary>
    internal List<string> Gone(SavedWork save, List<string> candidates)
    {
        using var store = new WorkStore(_repository);
        var saved = Entries(store, save.FilesTree, candidates);
        return candidates.FindAll(path => Differs(path, saved.GetValueOrDefault(path)));
    }

    private bool Differs(string path, (string Mode, string Id) saved)
    {
        var full = Path.Combine(workspace.Root, path);
        var look = FileLook.At(full);
        if (saved.Id is null)
            return look.Kind is not FileKind.Missing;
        if (saved.Mode == TreeLines.Submodule)
            return new Submodules(_repository).Head(path) is { } at && at != saved.Id;
        if (look.Kind is FileKind.Missing or FileKind.Folder)
            return true;
        if (look.Kind is FileKind.Link)
            return saved.Mode != "120000" || IdOf(Encoding.UTF8.GetBytes(new FileInfo(full).LinkTarget ?? "")) != saved.Id;
        return saved.Mode == "120000" || (_repository.TrustsFileMode && look.IsExecutable != (saved.Mode == "100755")) || IdOf(File.ReadAllBytes(full)) != saved.Id;
    }

    private string IdOf(byte[] content) => LooseObject.IdOf("blob", content, _repository.HashSize);

    private static Dictionary<string, (string Mode, string Id)> Entries(WorkStore store, string tree, List<string> paths)
    {
        var entries = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var line in NulList.Of(store.GitInWorkTree().Bytes(["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", tree, "--", .. paths])))
        {
            var tab = line.IndexOf((byte)'\t');
            var fields = Encoding.ASCII.GetString(line[..tab]).Split(' ');
            entries[Encoding.UTF8.GetString(line[(tab + 1)..])] = (fields[0], fields[2]);
        }

        return entries;
    }

    private static bool IsAmong(IReadOnlyCollection<string> paths, string path) =>
        paths.Contains(path) || paths.Any(folder => folder.EndsWith('/') && path.StartsWith(folder, StringComparison.Ordinal));
}
