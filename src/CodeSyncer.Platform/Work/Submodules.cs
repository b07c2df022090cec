using System.Text;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>The repositories that a repository holds as submodules: a save names the commit that each stands at, and no more of them.</summary>
internal sealed class Submodules(GitRepository repository)
{
    /// <summary>The commit that it stands at; null: it is not checked out.</summary>
    public string? Head(string path) =>
        GitRepository.TryDiscover(Path.Combine(repository.WorkTree!, path)) is { } inner && inner.GitDirectory != repository.GitDirectory ? new HeadReader(inner).Commit() : null;

    /// <summary>Those with files that no commit of their own holds.</summary>
    /// <param name="git">Reads <paramref name="index"/>.</param>
    public static List<string> Unsaved(GitCommand git, TrackedFiles index)
    {
        var paths = Enumerable.Range(0, index.Count).Where(i => index[i].Mode == 0xE000).Select(index.PathText).ToList();
        var unsaved = new List<string>();
        if (paths.Count == 0)
            return unsaved;
        foreach (var line in NulList.Of(git.Bytes(["--literal-pathspecs", "status", "--porcelain=v2", "-z", "--no-renames", "--ignore-submodules=none", "--", .. paths])))
        {
            // 1 XY S<c><m><u> mH mI mW hH hI path
            var fields = Encoding.UTF8.GetString(line).Split(' ', 9);
            if (fields is ["1", _, ['S', _, var changed, var untracked], .., var path] && (changed != '.' || untracked != '.'))
                unsaved.Add(path);
        }

        return unsaved;
    }

    /// <summary>Puts it on a commit, where git finds that nothing is lost by it.</summary>
    /// <returns>Whether it stands there.</returns>
    public bool CheckOut(string path, string commit)
    {
        if (Head(path) is not { } head)
            return false;
        return head == commit || new GitCommand(Path.Combine(repository.WorkTree!, path)).Run(null, "checkout", "--quiet", "--detach", commit).ExitCode == 0;
    }
}
