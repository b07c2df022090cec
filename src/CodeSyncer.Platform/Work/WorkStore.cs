using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// The bare repository <c>work.git</c> that holds saved work: a branch an agent, work tree and branch of the user's
/// (<c>refs/heads/AGENT/TREE/BRANCH</c>, each escaped), each commit a saved state: <c>state.json</c>, <c>files/</c>,
/// <c>staged/</c>, <c>index</c>, <c>raw</c>, <c>unmerged/</c>, <c>op/</c>. It borrows the objects of the user's repository
/// only through the environment of single commands, so that no command of git ever counts them as its own.
/// </summary>
internal sealed class WorkStore : IDisposable
{
    /// <summary>Stands for "no branch"; no escaped name is this.</summary>
    private const string Detached = "_";

    /// <summary>A longer name of a file is none everywhere.</summary>
    private const int LongestName = 200;

    private readonly GitRepository _repository;
    private readonly ObjectReader _reader;

    public WorkStore(GitRepository repository)
    {
        _repository = repository;
        Directory = Path.Combine(repository.OwnDirectory, "work.git");
        _reader = new ObjectReader(Git(), Objects);
    }

    public string Directory { get; }

    public string Objects => Path.Combine(Directory, "objects");

    public bool Exists => File.Exists(Path.Combine(Directory, "HEAD"));

    /// <summary>Ids of commits all of whose history is here or on a remote.</summary>
    public string KeptFile => Path.Combine(Directory, "kept");

    private string LockFile => Path.Combine(Directory, "codesyncer.lock");

    /// <summary>Commands in the user's work tree that write their objects here.</summary>
    public GitCommand GitInWorkTree(string? indexFile = null) => new(_repository.WorkTree!)
    {
        IndexFile = indexFile,
        ObjectDirectory = Objects,
        Alternate = _repository.ObjectsDirectory,
    };

    /// <summary>Commands in our repository that see the user's objects too.</summary>
    public GitCommand Git() => new(Directory) { Alternate = _repository.ObjectsDirectory };

    /// <summary>Commands in our repository that see what it holds itself.</summary>
    public GitCommand GitAlone() => new(Directory);

    /// <summary>Makes the repository: beside its place, then renamed; of two makers one wins and both go on.</summary>
    public void Create()
    {
        if (Exists)
            return;
        var draft = $"{Directory}.{Environment.ProcessId}.tmp";
        System.IO.Directory.CreateDirectory(Path.Combine(draft, "objects", "pack"));
        System.IO.Directory.CreateDirectory(Path.Combine(draft, "refs", "heads"));
        var format = _repository.HashSize == Sha1.Size ? "\trepositoryformatversion = 0\n" : "\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n[core]\n";
        File.WriteAllText(Path.Combine(draft, "config"), $"[core]\n{format}\tbare = true\n\tfilemode = false\n[gc]\n\tauto = 0\n[uploadpack]\n\tallowAnySHA1InWant = true\n");
        File.WriteAllText(Path.Combine(draft, "HEAD"), "ref: refs/heads/none\n");
        try
        {
            System.IO.Directory.Move(draft, Directory);
        }
        catch (IOException) when (Exists)
        {
            System.IO.Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>Held by every save while it writes; whoever takes it exclusively may delete objects. Null: somebody does, for longer than the patience.</summary>
    public SharedLock? TryShare(TimeSpan patience) => SharedLock.TryTake(LockFile, isExclusive: false, patience);

    /// <summary>Null: a save is writing.</summary>
    public SharedLock? TryOwn(TimeSpan patience) => SharedLock.TryTake(LockFile, isExclusive: true, patience);

    public string Write(string type, ReadOnlySpan<byte> content) => LooseObject.Write(Objects, type, content, _repository.HashSize);

    public string WriteTree(IReadOnlyCollection<TreeEntry> entries) => Write("tree", TreeObject.Write(entries));

    /// <exception cref="InvalidDataException">It is missing, damaged or of another type.</exception>
    public byte[] Read(string id, string type) => _reader.Read(id, type);

    /// <summary>Null: it is missing or damaged.</summary>
    public (string Type, byte[] Content)? TryRead(string id) => _reader.Read(id);

    public BranchFile Branch(WorkBranch branch) => new(Directory, branch.Ref, _repository.HashSize);

    public WorkBranch BranchOf(string agent, string? branch) =>
        new($"refs/heads/{Segment(agent)}/{Segment(_repository.WorkTreeName)}/{(branch is null ? Detached : Segment(branch))}");

    /// <summary>Every branch; the newest save of each is its tip.</summary>
    /// <param name="agent">Only this agent's; null: all.</param>
    public IEnumerable<WorkBranch> Branches(string? agent = null)
    {
        var heads = Path.Combine(Directory, "refs", "heads");
        var root = agent is null ? heads : Path.Combine(heads, Segment(agent));
        if (!System.IO.Directory.Exists(root))
            return [];
        return System.IO.Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file => new WorkBranch(Path.GetRelativePath(Directory, file).Replace('\\', '/')))
            .OrderBy(branch => branch.Ref, StringComparer.Ordinal);
    }

    /// <summary>A saved state.</summary>
    /// <exception cref="CodeSyncerException">It is missing or damaged.</exception>
    public SavedWork Open(string commit)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Read(commit, "commit"));
            var parent = text.Split('\n').FirstOrDefault(line => line.StartsWith("parent ", StringComparison.Ordinal))?["parent ".Length..];
            var tree = text["tree ".Length..text.IndexOf('\n', StringComparison.Ordinal)];
            var entries = TreeObject.Parse(Read(tree, "tree"), _repository.HashSize).ToDictionary(entry => entry.Name, entry => entry.Id, StringComparer.Ordinal);
            return new SavedWork(commit, parent, entries, WorkState.Parse(Read(entries[SavedWork.StateFile], "blob")));
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            throw WorkErrors.Damaged(commit, error.Message);
        }
    }

    /// <summary>Writes a saved state as a commit; no branch moves yet.</summary>
    public string Commit(string tree, string? parent, WorkState state)
    {
        var who = $"{AgentName.Escape(state.Agent)} <> {state.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} +0000";
        var title = $"{state.Branch ?? "(no branch)"}: {state.Event}";
        var message = string.Concat(title.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return Write("commit", Encoding.UTF8.GetBytes(
            $"tree {tree}\n{(parent is null ? "" : $"parent {parent}\n")}author {who}\ncommitter {who}\n\n{message}\n"));
    }

    public void Dispose() => _reader.Dispose();

    private static string Segment(string name)
    {
        var escaped = AgentName.Escape(name);
        return escaped.Length <= LongestName ? escaped
            : $"{escaped[..(LongestName - 18)].TrimEnd('_')}_{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}";
    }
}
