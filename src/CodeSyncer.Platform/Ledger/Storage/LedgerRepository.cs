using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Ledger.Storage;

/// <summary>
/// The bare git repository that holds a ledger: branch <c>main</c>, a tree of one JSON file an item, and
/// <c>ledger.json</c>, which says that it is one. Objects are there before the branch moves, and the branch moves by a
/// rename: whenever a process dies, the old state stands or the new one.
/// </summary>
public sealed class LedgerRepository : IDisposable
{
    public const string Branch = "refs/heads/main";

    /// <summary>At the root of the tree: <c>{"version":1,"prefix":"shop"}</c>.</summary>
    public const string MarkFile = "ledger.json";

    private const int Version = 1;

    private readonly BranchFile _branch;
    private readonly ObjectReader _objects;

    public LedgerRepository(string directory)
    {
        Directory = directory;
        _branch = new BranchFile(directory, Branch);
        _objects = new ObjectReader(directory);
    }

    /// <summary>Absolute path of the bare repository; it is made by the first write.</summary>
    public string Directory { get; }

    public bool Exists => File.Exists(Path.Combine(Directory, "HEAD"));

    internal string LockFile => Path.Combine(Directory, "codesyncer.lock");

    /// <summary>Git commands in the ledger.</summary>
    public GitCommand Git() => new(Directory);

    public void Dispose() => _objects.Dispose();

    /// <summary>The commit that the branch stands at; null: nothing was ever written.</summary>
    public string? Tip()
    {
        try
        {
            return _branch.Tip();
        }
        catch (InvalidDataException error)
        {
            throw LedgerErrors.DamagedLedger(Directory, error.Message);
        }
    }

    /// <summary>The root tree of a commit.</summary>
    /// <exception cref="CodeSyncerException">The commit is missing, or not one of a ledger.</exception>
    internal LedgerTree Tree(string? commit)
    {
        if (commit is null)
            return LedgerTree.Empty;
        try
        {
            var content = _objects.Read(commit, "commit");
            if (!content.AsSpan().StartsWith("tree "u8))
                throw new InvalidDataException($"the commit {commit} is damaged");
            var tree = LedgerTree.Read(_objects, Encoding.ASCII.GetString(content, 5, Sha1.Size * 2));
            return tree.IsLedger ? tree : throw LedgerErrors.NotALedger(Directory, commit);
        }
        catch (InvalidDataException error)
        {
            throw LedgerErrors.DamagedLedger(Directory, error.Message);
        }
    }

    /// <summary>What <see cref="MarkFile"/> says: the prefix of new ids.</summary>
    internal string PrefixOf(LedgerTree tree)
    {
        var mark = JsonFields.Parse(tree.ReadMark());
        if (mark.Int("version") is > Version and var version)
            throw LedgerErrors.NewerLedger(Directory, version);
        return mark.String("prefix") is { Length: > 0 } prefix ? prefix : "bd";
    }

    internal static byte[] Mark(string prefix) => JsonFields.Empty.With("version", Version).With("prefix", prefix).ToCompact();

    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    internal byte[] ReadBlob(string id) => _objects.Read(id, "blob");

    internal string WriteObject(string type, ReadOnlySpan<byte> content) =>
        LooseObject.Write(Path.Combine(Directory, "objects"), type, content);

    /// <summary>Makes the repository: beside its place, then renamed; of two makers one wins and both go on.</summary>
    internal void Create()
    {
        if (Exists)
            return;
        var draft = $"{Directory}.{Environment.ProcessId}.tmp";
        System.IO.Directory.CreateDirectory(Path.Combine(draft, "objects", "pack"));
        System.IO.Directory.CreateDirectory(Path.Combine(draft, "refs", "heads"));
        File.WriteAllText(Path.Combine(draft, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfilemode = false\n[gc]\n\tauto = 0\n[receive]\n\tautogc = false\n");
        File.WriteAllText(Path.Combine(draft, "HEAD"), $"ref: {Branch}\n");
        try
        {
            System.IO.Directory.Move(draft, Directory);
        }
        catch (IOException) when (Exists)
        {
            System.IO.Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>Moves the branch, under git's own lock file, where it still stands at <paramref name="from"/>.</summary>
    /// <exception cref="CodeSyncerException">Somebody else moved it, or held its lock for too long.</exception>
    internal void MoveBranch(string? from, string to)
    {
        try
        {
            if (!_branch.TryMove(from, to))
                throw LedgerErrors.MovedLedger(Directory);
        }
        catch (InvalidDataException error)
        {
            throw LedgerErrors.DamagedLedger(Directory, error.Message);
        }
    }
}
