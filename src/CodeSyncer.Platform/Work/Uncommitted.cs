using System.Text;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>The paths with changes that are not committed, as <c>git status</c> has them; a new folder stands for what is in it.</summary>
internal static class Uncommitted
{
    public static IReadOnlyList<string> Paths(GitRepository repository)
    {
        var paths = new List<string>();
        var output = Encoding.UTF8.GetString(repository.Git().Bytes("status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal", "--ignore-submodules=dirty"));
        foreach (var entry in output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(entry => entry.Length > 3))
            paths.Add(entry[3..]);
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }
}
