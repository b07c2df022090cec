using System.Text;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Finds what differs from the index: git's own answer, and the files that flags of the index keep git from looking at.
/// Tracked paths come first: they are worth most where a save has no room for all.
/// </summary>
internal sealed class ChangedPaths(GitRepository repository, TrackedFiles index, List<IndexRest> rest)
{
    private readonly HashSet<string> _conflicts = [.. rest.Where(entry => entry.Stage > 0).Select(entry => Encoding.UTF8.GetString(entry.Path))];

    public List<ChangedPath> List(GitCommand git)
    {
        var tracked = new SortedDictionary<string, ChangedPath>(StringComparer.Ordinal);
        var untracked = new List<ChangedPath>();
        foreach (var line in NulList.Of(git.Bytes("ls-files", "-z", "-t", "-m", "-d", "-o", "--exclude-standard")))
        {
            var path = line[2..].ToArray();
            if (line[0] == (byte)'?')
                untracked.Add(new ChangedPath(path, Encoding.UTF8.GetString(path), null, null));
            else
                Add(tracked, path);
        }

        foreach (var entry in rest.Where(entry => entry.Stage > 0 || entry.IsAssumedUnchanged || (entry.IsNotInWorkTree && IsThere(entry.Path))))
            Add(tracked, entry.Path);
        return [.. tracked.Values, .. untracked];
    }

    private void Add(SortedDictionary<string, ChangedPath> tracked, byte[] bytes)
    {
        var path = Encoding.UTF8.GetString(bytes);
        if (tracked.ContainsKey(path))
            return;
        var place = index.Find(bytes);
        var isConflict = _conflicts.Contains(path);
        tracked.Add(path, new ChangedPath(bytes, path, place < 0 ? "100644" : Convert.ToString(index[place].Mode, 8),
            place < 0 || isConflict ? null : index.IdText(place)));
    }

    private bool IsThere(byte[] path) =>
        FileLook.At(Path.Combine(repository.WorkTree!, Encoding.UTF8.GetString(path))).Kind is FileKind.File or FileKind.Link;
}
