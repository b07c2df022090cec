using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// Names of documents that are not ours in some work tree. <c>info/exclude</c> serves all work trees of a repository, so
/// a name that git must protect in one of them cannot be used in the others either.
/// </summary>
internal sealed class BlockedNames(GitRepository repository)
{
    private readonly string _folder = Path.Combine(repository.OwnDirectory, "state", "blocked");

    /// <summary>Records this work tree's names and makes <c>info/exclude</c> name all documents but the blocked ones.</summary>
    public void Set(IReadOnlyList<string> names)
    {
        var mine = Path.Combine(_folder, repository.WorkTreeName);
        if (names.Count > 0)
            AtomicFile.Write(mine, string.Join('\n', names));
        else if (File.Exists(mine))
            File.Delete(mine);
        new ExcludeFile(repository).SetPatterns(PatternsWithout(names));
    }

    /// <summary>
    /// What <c>info/exclude</c> is to say of ours: all documents but the blocked ones, and what else stands there already
    /// (hooks and files of other tools that <c>init</c> wrote where git would show them).
    /// </summary>
    public IReadOnlyList<string> Patterns()
    {
        var mine = Path.Combine(_folder, repository.WorkTreeName);
        return PatternsWithout(File.Exists(mine) ? File.ReadAllLines(mine) : []);
    }

    private List<string> PatternsWithout(IReadOnlyList<string> names)
    {
        var all = OwnPaths.Documents.Select(name => $"/{OwnPaths.Folder}/{name}").ToList();
        return
        [
            .. OwnPaths.Documents.Where(name => !names.Contains(name) && ElsewhereOf(name) is null).Select(name => $"/{OwnPaths.Folder}/{name}"),
            .. new ExcludeFile(repository).Patterns().Where(pattern => !all.Contains(pattern)),
        ];
    }

    /// <summary>The other work tree that blocks a name, or null.</summary>
    public string? ElsewhereOf(string name)
    {
        if (!Directory.Exists(_folder))
            return null;
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var tree = Path.GetFileName(file);
            if (tree == repository.WorkTreeName)
                continue;
            if (tree.StartsWith('.') && !Directory.Exists(Path.Combine(repository.CommonDirectory, "worktrees", tree[1..])))
                File.Delete(file);
            else if (File.ReadAllLines(file).Contains(name))
                return tree.TrimStart('.');
        }

        return null;
    }
}
