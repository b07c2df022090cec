using System.Globalization;
using System.IO.Hashing;
using System.Text;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// The commit that a branch's own work is counted from. A branch: where it left the default branch (the nearer of the
/// local and the remote one). The default branch: where it left its remote; without a remote, some ten commits back, kept
/// until it is twenty back, so that it does not move at every commit. Asking git for it costs processes, so the last
/// answer is kept and carried over a plain commit.
/// </summary>
public sealed class BranchStart
{
    private const int RecentCommits = 10;
    private const int MostBranches = 32;
    private const string HeadsPrefix = "refs/heads/";
    private const string OriginPrefix = "refs/remotes/origin/";

    private static readonly string[] UsualNames = ["main", "master", "trunk", "develop"];

    private readonly GitRepository _repository;
    private readonly HeadReader _head;

    private BranchStart(GitRepository repository)
    {
        _repository = repository;
        _head = new HeadReader(repository);
    }

    /// <summary>Short name of the branch; null: detached.</summary>
    public string? Branch { get; private init; }

    /// <summary>The commit of HEAD; null: unborn.</summary>
    public string? Head { get; private init; }

    /// <summary>The commit to count from; null: none yet.</summary>
    public string? Commit { get; private set; }

    /// <summary>How people call that commit.</summary>
    public string? Name { get; private set; }

    /// <param name="folder">Where the last answers are kept, one a branch.</param>
    public static BranchStart Of(GitRepository repository, string folder)
    {
        var head = new HeadReader(repository);
        var branch = head.Branch();
        var start = new BranchStart(repository)
        {
            Branch = branch is not null && branch.StartsWith(HeadsPrefix, StringComparison.Ordinal) ? branch[HeadsPrefix.Length..] : branch,
            Head = head.Commit(),
        };
        if (start.Head is not null)
            start.Find(Path.Combine(folder, XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(branch ?? "")).ToString("x16", CultureInfo.InvariantCulture)));
        return start;
    }

    private void Find(string file)
    {
        var targets = Targets();
        var question = string.Join('\n', [Branch ?? "", .. targets.Select(target => $"{target.Name} {target.Commit}")]);
        var known = Answer.TryRead(file);
        if (known is not null && known.Question == question && Carries(known, out var behind))
        {
            (Commit, Name) = (known.Start, known.Name);
            if (behind != known.Behind)
                (known with { Head = Head!, Behind = behind }).TryWrite(file);
            return;
        }

        (Commit, Name) = targets.Count > 0 ? Nearest(targets) : Recent();
        if (Commit is not null && Name is not null)
            new Answer(question, Head!, targets.Count > 0 ? 0 : RecentCommits, Commit, Name).TryWrite(file);
    }

    /// <summary>The same HEAD, or one plain commit on top of it.</summary>
    private bool Carries(Answer known, out int behind)
    {
        behind = known.Behind;
        if (known.Head == Head)
            return true;
        behind++;
        return behind <= 2 * RecentCommits && OnlyParent(Head!) == known.Head;
    }

    private string? OnlyParent(string commit)
    {
        const int limit = 1 << 20;
        if (LooseObject.TryRead(Path.Combine(_repository.CommonDirectory, "objects"), commit, limit) is not ("commit", var content))
            return null;
        var parents = Encoding.UTF8.GetString(content).Split('\n').TakeWhile(line => line.Length > 0)
            .Where(line => line.StartsWith("parent ", StringComparison.Ordinal)).ToList();
        return parents.Count == 1 ? parents[0]["parent ".Length..] : null;
    }

    private List<(string Name, string Commit)> Targets()
    {
        var remote = _head.SymbolicTarget(OriginPrefix + "HEAD");
        var names = remote is not null && remote.StartsWith(OriginPrefix, StringComparison.Ordinal)
            ? [remote[OriginPrefix.Length..]]
            : UsualNames;
        var targets = new List<(string, string)>();
        foreach (var name in names)
        {
            if (name != Branch && _head.Resolve(HeadsPrefix + name) is { } local)
                targets.Add((name, local));
            if (_head.Resolve(OriginPrefix + name) is { } shared)
                targets.Add(("origin/" + name, shared));
            if (targets.Count > 0 || name == Branch)
                break;
        }

        return targets;
    }

    private (string? Commit, string? Name) Nearest(List<(string Name, string Commit)> targets)
    {
        var git = _repository.Git();
        (string? Commit, string? Name) nearest = default;
        foreach (var (name, commit) in targets)
        {
            if (git.TryText("merge-base", Head!, commit) is not { Length: > 0 } found)
                continue;
            if (nearest.Commit is null || (found != nearest.Commit && git.Run(null, "merge-base", "--is-ancestor", nearest.Commit, found).ExitCode == 0))
                nearest = (found, name);
        }

        return nearest;
    }

    private (string? Commit, string? Name) Recent()
    {
        var count = (RecentCommits + 1).ToString(CultureInfo.InvariantCulture);
        var commits = _repository.Git().TryText("rev-list", "--first-parent", "-n", count, Head!)?.Split('\n');
        return commits is null ? default : (commits[^1], $"commit {commits[^1][..10]}");
    }

    private sealed record Answer(string Question, string Head, int Behind, string Start, string Name)
    {
        private const string Separator = "\n--\n";

        public static Answer? TryRead(string file)
        {
            try
            {
                var parts = File.ReadAllText(file).Split(Separator);
                return parts.Length == 5 && int.TryParse(parts[2], out var behind)
                    ? new Answer(parts[0], parts[1], behind, parts[3], parts[4])
                    : null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        public void TryWrite(string file)
        {
            try
            {
                var folder = new DirectoryInfo(Path.GetDirectoryName(file)!);
                if (folder.Exists && !File.Exists(file))
                {
                    foreach (var old in folder.EnumerateFiles().OrderByDescending(answer => answer.LastWriteTimeUtc).Skip(MostBranches).ToList())
                        old.Delete();
                }

                AtomicFile.Write(file, string.Join(Separator, Question, Head, Behind, Start, Name));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A repository that cannot be written: the next run asks git again.
            }
        }
    }
}
