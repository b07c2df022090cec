using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Ledger.Storage;

/// <summary>
/// The tree of a ledger: a folder a kind, 256 folders in it, items in these. A change reads and writes only the trees
/// on its paths.
/// </summary>
internal sealed class LedgerTree
{
    private readonly ObjectReader? _objects;
    private readonly List<TreeEntry> _root;

    private LedgerTree(ObjectReader? objects, List<TreeEntry> root)
    {
        _objects = objects;
        _root = root;
    }

    /// <summary>What an empty ledger has.</summary>
    public static LedgerTree Empty { get; } = new(null, []);

    public static LedgerTree Read(ObjectReader objects, string id) => new(objects, TreeObject.Parse(objects.Read(id, "tree")));

    public bool IsLedger => _root.Exists(entry => entry is { Name: LedgerRepository.MarkFile, IsFolder: false });

    public byte[] ReadMark() => _objects!.Read(_root.Find(entry => entry.Name == LedgerRepository.MarkFile).Id, "blob");

    /// <summary>The item at a path; null: none.</summary>
    public byte[]? ReadItem(string path)
    {
        var parts = path.Split('/');
        return parts.Length == 3 && Find(Folder(Folder(_root, parts[0]), parts[1]), parts[2]) is { } id ? _objects!.Read(id, "blob") : null;
    }

    /// <summary>About how many items of a kind there are: exact where few, else from one of the 256 folders.</summary>
    public int Estimate(string kind)
    {
        var spread = Folder(_root, kind);
        if (spread.Count == 0)
            return 0;
        return spread.Count < 256
            ? (int)Math.Ceiling(-256 * Math.Log(1 - (spread.Count / 256.0)))
            : Folder(spread, spread[0].Name).Count * 256;
    }

    /// <summary>Every path and blob that differs between two trees; null: not there.</summary>
    public static IEnumerable<(string Path, string? Old, string? New)> Differences(LedgerTree old, LedgerTree now)
    {
        foreach (var kind in LedgerPath.Kinds)
        {
            if (Find(old._root, kind) == Find(now._root, kind))
                continue;
            var (before, after) = (Folder(old, kind), Folder(now, kind));
            foreach (var spread in before.Concat(after).Select(entry => entry.Name).Distinct(StringComparer.Ordinal))
            {
                if (Find(before, spread) == Find(after, spread))
                    continue;
                var (was, isNow) = (old.Folder(before, spread).ToDictionary(entry => entry.Name, entry => entry.Id, StringComparer.Ordinal),
                    now.Folder(after, spread).ToDictionary(entry => entry.Name, entry => entry.Id, StringComparer.Ordinal));
                foreach (var (name, id) in isNow)
                {
                    if (was.GetValueOrDefault(name) is var earlier && earlier != id)
                        yield return ($"{kind}/{spread}/{name}", earlier, id);
                }

                foreach (var (name, id) in was.Where(entry => !isNow.ContainsKey(entry.Key)))
                    yield return ($"{kind}/{spread}/{name}", id, null);
            }
        }
    }

    /// <summary>Writes what a change leaves, deepest first.</summary>
    /// <param name="items">By path; null takes the item out.</param>
    /// <param name="write">Writes an object of a type and gives its id.</param>
    /// <returns>The id of the new root.</returns>
    public string Write(IReadOnlyDictionary<string, byte[]?> items, byte[]? mark, Func<string, byte[], string> write)
    {
        var root = _root.ToList();
        if (mark is not null)
            Put(root, TreeEntry.File, LedgerRepository.MarkFile, write("blob", mark));
        foreach (var kind in items.GroupBy(item => item.Key.Split('/')[0]))
        {
            var spreads = Folder(root, kind.Key);
            foreach (var spread in kind.GroupBy(item => item.Key.Split('/')[1]))
            {
                var names = Folder(spreads, spread.Key);
                foreach (var (path, content) in spread)
                    Put(names, TreeEntry.File, path.Split('/')[2], content is null ? null : write("blob", content));
                Put(spreads, TreeEntry.Folder, spread.Key, names.Count == 0 ? null : write("tree", TreeObject.Write(names)));
            }

            Put(root, TreeEntry.Folder, kind.Key, spreads.Count == 0 ? null : write("tree", TreeObject.Write(spreads)));
        }

        return write("tree", TreeObject.Write(root));
    }

    private static List<TreeEntry> Folder(LedgerTree tree, string name) => tree.Folder(tree._root, name);

    private List<TreeEntry> Folder(List<TreeEntry> entries, string name) =>
        entries.Find(entry => entry.IsFolder && entry.Name == name) is { Id: { } id } ? TreeObject.Parse(_objects!.Read(id, "tree")) : [];

    private static string? Find(List<TreeEntry> entries, string name) => entries.Find(entry => entry.Name == name).Id;

    private static void Put(List<TreeEntry> entries, string mode, string name, string? id)
    {
        entries.RemoveAll(entry => entry.Name == name);
        if (id is not null)
            entries.Add(new TreeEntry(mode, name, id));
    }
}
