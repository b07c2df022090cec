using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Brings back into the user's repository what a save needs there and the repository no longer has: its commit, and the
/// blobs of its index.
/// </summary>
internal sealed class ObjectTransfer(GitRepository repository, WorkStore store)
{
    /// <exception cref="CodeSyncerException">LostCommit: neither has it.</exception>
    public void Bring(SavedWork work, IReadOnlyList<string> operationIds)
    {
        var wanted = new List<string>();
        if (work.State.Head is { } head)
        {
            if (store.Git().TryText("cat-file", "-t", head) != "commit")
                throw WorkErrors.LostCommit(head);
            if (repository.Git().TryText("cat-file", "-e", head) is null)
                wanted.Add(head);
        }

        var known = Kinds(operationIds);
        wanted.AddRange(operationIds.Where(id => known.GetValueOrDefault(id) is "commit" or "tree" or "tag"));
        var objects = List([.. wanted, work.StagedTree, .. Unmerged(work)], work.State.Head is { } at && wanted.Count == 0 ? at : null);
        var missing = Missing(objects);
        if (missing.Count > 0)
            Copy(missing);
    }

    private List<string> List(List<string> wanted, string? head)
    {
        var without = head is null ? [] : new[] { "^" + head, $"^{head}^{{tree}}" };
        var input = Encoding.ASCII.GetBytes(string.Join('\n', [.. wanted, .. without, ""]));
        return Lines(store.GitInWorkTree().BytesWithInput(input, "rev-list", "--objects", "--no-object-names", "--missing=allow-any", "--stdin", "--not", "--branches", "--remotes", "--tags"));
    }

    private IEnumerable<string> Unmerged(SavedWork work) => work.Parts.TryGetValue(SavedWork.Unmerged, out var tree)
        ? TreeObject.Parse(store.Read(tree, "tree"), repository.HashSize).Select(entry => entry.Id)
        : [];

    private List<string> Missing(List<string> ids) => ids.Count == 0 ? [] :
        [.. Lines(repository.Git().BytesWithInput(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), "cat-file", "--batch-check=%(objectname) %(objecttype)"))
            .Where(line => line.EndsWith(" missing", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)])];

    private Dictionary<string, string> Kinds(IReadOnlyList<string> ids) => ids.Count == 0 ? [] :
        Lines(store.Git().BytesWithInput(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), "cat-file", "--batch-check"))
            .Select(line => line.Split(' ')).ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);

    /// <summary>As a pack that git makes and git takes in: what is damaged is refused.</summary>
    private void Copy(List<string> ids)
    {
        var pack = store.Git().BytesWithInput(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), "pack-objects", "--quiet", "--stdout", "--missing=allow-any");
        repository.Git().BytesWithInput(pack, "unpack-objects", "-q");
    }

    private static List<string> Lines(byte[] output) => [.. Encoding.ASCII.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
