using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.History;

/// <summary>
/// Reads what happened to the tags of a repository. The first time all of its history is read: one <c>git log</c> for the files that each
/// commit changed, one <c>git cat-file</c> for their contents. Then only what is new.
/// </summary>
public sealed class HistoryReader(Workspace workspace)
{
    private const char FieldEnd = '\u001f';

    private readonly GitRepository _repository = workspace.Repository;

    /// <summary>Whether older commits are not here.</summary>
    public bool IsShallow => ShallowCommits.Of(_repository).Count > 0;

    /// <summary>All tags that the history of a commit ever held.</summary>
    /// <param name="revision">Null: HEAD.</param>
    public IReadOnlyList<TagLife> Read(string? revision = null, CancellationToken cancel = default)
    {
        var tip = _repository.Git().TryText("rev-parse", "--verify", "--quiet", "--end-of-options", (revision ?? "HEAD") + "^{commit}");
        if (tip is null)
            return revision is null ? [] : throw RecordErrors.UnknownRevision(revision);
        var log = HistoryLog.Open(Path.Combine(workspace.Paths.Cache, "history.bin"));
        if (!log.Tips.Contains(tip))
        {
            ReadNew(log, tip, cancel);
            log.Tips.Add(tip);
            log.Save();
        }

        var order = new List<(string Commit, string[] Parents)>();
        var commits = new List<CommitTags>();
        foreach (var line in _repository.Git().Text("rev-list", "--topo-order", "--reverse", "--parents", tip).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var ids = line.Split(' ');
            order.Add((ids[0], ids[1..]));
            if (log.Commits.TryGetValue(ids[0], out var commit))
                commits.Add(commit);
        }

        var snapshot = new ContextReader(workspace).FromRevision(tip, null, cancel);
        var filter = new ContextReader(workspace).FilterOf(snapshot.Files);
        var lives = TagHistory.Build(commits, snapshot.Tags).Where(life => life.IsAlive || !filter.Excludes(life.Tag.Path)).ToList();
        return new UndoneByMerge(_repository, order).Complete(lives, snapshot.Tags);
    }

    private void ReadNew(HistoryLog log, string tip, CancellationToken cancel)
    {
        var commits = new List<RawCommit>();
        foreach (var block in Log(log, tip).Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
        {
            cancel.ThrowIfCancellationRequested();
            if (Parse(block) is { } commit)
                commits.Add(commit);
        }

        var tags = ReadBlobs(commits, cancel);
        var shallow = ShallowCommits.Of(_repository);
        foreach (var commit in commits)
        {
            var removed = new List<Tag>();
            var added = new List<Tag>();
            foreach (var (path, old, now) in commit.Files)
                Compare(path, old.Select(blob => Of(tags, blob, path)), Of(tags, now, path), removed, added);
            if (removed.Count + added.Count > 0)
                log.Add(new CommitTags(commit.Id, commit.Author, commit.AuthoredAt, commit.Subject, shallow.Contains(commit.Id), removed, added));
        }
    }

    /// <summary>
    /// With <c>-c</c> a merge, of any number of parents, shows only what differs from all of them: what it says itself. Source of the
    /// format: git-diff(1), "Raw output format" and "Diff format for merges".
    /// </summary>
    private string Log(HistoryLog log, string tip)
    {
        List<string> arguments = ["log", "--raw", "-c", "--root", "--no-renames", "--no-abbrev", "-z", "--no-show-signature", "--no-notes", "--date-order",
            $"--format=%x1e%H{FieldEnd}%an{FieldEnd}%at{FieldEnd}%ai{FieldEnd}%s{FieldEnd}", "--ignore-missing", tip];
        if (log.Tips.Count > 0)
            arguments.AddRange(["--not", .. log.Tips]);
        return Encoding.UTF8.GetString(_repository.Git().Bytes([.. arguments, "--"]));
    }

    private static RawCommit? Parse(string block)
    {
        var fields = block.Split(FieldEnd);
        if (fields.Length < 6)
            return null;
        var files = new List<(string, List<string>, string)>();
        var entries = fields[5].Split('\0');
        for (var i = 0; i + 1 < entries.Length; i++)
        {
            var entry = entries[i].TrimStart('\n');
            var parents = entry.TakeWhile(c => c == ':').Count();
            if (parents == 0)
                continue;
            // modes of the parents and the result, blobs of the parents and the result, a letter a parent
            var words = entry[parents..].Split(' ');
            var path = entries[++i];
            if (words.Length < (2 * (parents + 1)) + 1 || !words[parents].StartsWith('1') && !words[parents].StartsWith('0') || words[..(parents + 1)].Any(mode => mode is "120000" or "160000"))
                continue;
            files.Add((path, [.. words[(parents + 1)..((2 * parents) + 1)]], words[(2 * parents) + 1]));
        }

        var offset = fields[3][(fields[3].LastIndexOf(' ') + 1)..];
        return new RawCommit(fields[0].TrimStart('\n'), fields[1], Blame.TimeOf(long.Parse(fields[2], CultureInfo.InvariantCulture), offset), fields[4], files);
    }

    /// <summary>The tags of every blob that holds some, each read once; the same bytes may be other comments under another name.</summary>
    private Dictionary<(string Blob, string Ending), IReadOnlyList<Tag>> ReadBlobs(List<RawCommit> commits, CancellationToken cancel)
    {
        var wanted = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        void Want(string blob, string path)
        {
            if (blob.AsSpan().TrimStart('0').IsEmpty)
                return;
            if (!wanted.TryGetValue(blob, out var paths))
                wanted[blob] = paths = new(StringComparer.Ordinal);
            paths.Add(EndingOf(path));
        }

        foreach (var (path, old, now) in commits.SelectMany(commit => commit.Files))
        {
            old.ForEach(blob => Want(blob, path));
            Want(now, path);
        }

        var ids = wanted.Keys.ToList();
        var found = new Dictionary<(string, string), IReadOnlyList<Tag>>();
        new BlobReader(_repository).ReadAll(ids, (position, content) =>
        {
            cancel.ThrowIfCancellationRequested();
            if (!TagScanner.MayHoldTags(content))
                return;
            foreach (var ending in wanted[ids[position]])
            {
                if (TagScanner.Scan(ending, content) is { Count: > 0 } tags)
                    found[(ids[position], ending)] = tags;
            }
        });
        return found;
    }

    private static List<Tag> Of(Dictionary<(string Blob, string Ending), IReadOnlyList<Tag>> tags, string blob, string path) =>
        tags.TryGetValue((blob, EndingOf(path)), out var found) ? [.. found.Select(tag => tag with { Path = path })] : [];

    /// <summary>What the file held before in any parent and holds no more; what it holds now and held in none.</summary>
    private static void Compare(string path, IEnumerable<List<Tag>> parents, List<Tag> now, List<Tag> removed, List<Tag> added)
    {
        var old = parents.ToList();
        foreach (var group in now.GroupBy(tag => (tag.Id, tag.Text)))
        {
            var most = old.Max(tags => tags.Count(tag => tag.Id == group.Key.Id && tag.Text == group.Key.Text));
            added.AddRange(group.Skip(most));
        }

        foreach (var group in old[0].GroupBy(tag => (tag.Id, tag.Text)))
        {
            // A merge takes out only what every parent held.
            var least = old.Min(tags => tags.Count(tag => tag.Id == group.Key.Id && tag.Text == group.Key.Text));
            removed.AddRange(group.Take(Math.Max(0, least - now.Count(tag => tag.Id == group.Key.Id && tag.Text == group.Key.Text))));
        }
    }

    private static string EndingOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.IndexOf('.');
        return dot < 0 ? name : "x" + name[dot..];
    }

    private sealed record RawCommit(string Id, string Author, DateTimeOffset AuthoredAt, string Subject, List<(string Path, List<string> Old, string Now)> Files);
}
