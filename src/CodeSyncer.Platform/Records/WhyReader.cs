using System.Globalization;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.History;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Records;

/// <summary>Answers why something is as it is: the tags around a place, who wrote it and when, what brought it.</summary>
public sealed class WhyReader(Workspace workspace)
{
    private const int MostCommits = 5;

    private readonly GitRepository _repository = workspace.Repository;

    /// <param name="place">A path, absolute or relative to <paramref name="directory"/>, with <c>:LINE</c> behind it for one line.</param>
    /// <param name="most">Tags at most; 0: all.</param>
    /// <exception cref="CodeSyncerException">There is no such place in the repository.</exception>
    public Why Read(string place, string directory, int most = 0, CancellationToken cancel = default)
    {
        var (path, line) = Split(place, directory);
        var full = Path.Combine(workspace.Root, path);
        var text = File.Exists(full) ? TextOf(full) : null;
        if (line is { } asked && text is not null)
        {
            var count = text.ReplaceLineEndings("\n").TrimEnd('\n').Count(c => c == '\n') + 1;
            if (asked < 1 || asked > count)
                throw RecordErrors.NoSuchLine(path, asked, count);
        }

        var snapshot = new ContextReader(workspace).FromWorkTree(null, cancel);
        var near = NearTags.Of(snapshot.Tags, Directory.Exists(full) && path.Length > 0 ? path + "/" : path, line, text);
        if (most > 0)
            near = [.. near.Take(most)];
        // The history is read only where no file answers: the first reading of a long one takes seconds.
        IReadOnlyList<Tag> gone = near.Any(Replacements.AreUnknown) ? [.. new HistoryReader(workspace).Read(null, cancel).Where(life => !life.IsAlive).Select(life => life.Tag)] : [];
        if (gone.Count > 0)
            near = Replacements.Complete(near, snapshot.Tags, gone);
        var origins = Origins(near, path, line, cancel);
        var commits = Commits(path, line);
        var origin = origins.Place ?? (line is null ? commits.Select(commit => commit.Note).FirstOrDefault() : null);
        return new Why(path, line, [.. near.Select((tag, i) => new WhyTag(tag, origins.Tags[i]))], origin, [.. commits.Select(commit => commit.Note)], Beads(near, path, commits)) { Gone = gone.ToHashSet() };
    }

    private (string Path, int? Line) Split(string place, string directory)
    {
        var root = RealPath.Of(workspace.Root);
        int? line = null;
        var path = place;
        // A file whose name ends with a colon and a number is meant by its whole name.
        if (!Path.Exists(Path.GetFullPath(place, directory)) && place.LastIndexOf(':') is > 1 and var colon
            && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            (path, line) = (place[..colon], number);
        var full = Path.GetFullPath(path, directory);
        if (!Path.Exists(full))
            throw RecordErrors.NoSuchPlace(path);
        var relative = Path.GetRelativePath(root, RealPath.Of(full)).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? throw ErrorTexts.PathOutside(path, root)
            : (relative == "." ? "" : relative, line);
    }

    private static string? TextOf(string full)
    {
        try
        {
            return new FileInfo(full).Length <= BlobReader.SizeLimit && Core.Source.SourceText.TryDecode(File.ReadAllBytes(full), out var text) ? text : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>One blame a file: of the place itself and of the tags; then one question for the messages.</summary>
    private (CommitNote? Place, CommitNote?[] Tags) Origins(IReadOnlyList<NearTag> near, string path, int? line, CancellationToken cancel)
    {
        // Beyond the file itself a blame a file more would cost more than it tells.
        List<(string, int)> places = [.. near.Where(tag => tag.Tag.Path == path).Select(tag => (tag.Tag.Path, tag.Tag.Line))];
        if (line is { } asked)
            places.Add((path, asked));
        var lines = places.Count == 0 ? [] : new Blame(_repository).Of(places, cancel);
        var ids = lines.OfType<BlameLine>().Select(origin => origin.Commit).Distinct().ToArray();
        var notes = ids.Length == 0 ? [] : CommitNotes.Log(_repository, ["--no-walk=unsorted", .. ids, "--"]).ToDictionary(commit => commit.Note.Commit, commit => commit.Note, StringComparer.Ordinal);
        CommitNote? NoteAt(int i) => lines[i] is { } origin ? notes.GetValueOrDefault(origin.Commit) : null;
        var tags = new CommitNote?[near.Count];
        for (var (i, at) = (0, 0); i < near.Count; i++)
            tags[i] = near[i].Tag.Path == path ? NoteAt(at++) : null;
        return (line is null || lines.Count == 0 ? null : NoteAt(lines.Count - 1), tags);
    }

    /// <summary>The commits of a line as far as git can follow it; else those of the path.</summary>
    private List<(CommitNote Note, string Body)> Commits(string path, int? line)
    {
        var most = $"-{MostCommits.ToString(CultureInfo.InvariantCulture)}";
        var spec = path.Length == 0 ? "." : ":(top,literal)" + path;
        if (line is { } asked && CommitNotes.Log(_repository, most, "-s", $"-L{asked},{asked}:{path}") is { Count: > 0 } followed)
            return followed;
        return CommitNotes.Log(_repository, most, "--", spec);
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    private List<Bead> Beads(IReadOnlyList<NearTag> near, string path, List<(CommitNote Note, string Body)> commits)
    {
        var texts = commits.Select(commit => $"{commit.Note.Subject}\n{commit.Body}")
            .Concat(near.Where(tag => tag.Place <= Nearness.File || FolderOf(tag.Tag.Path) == path).Select(tag => tag.Tag.Kind == TagKind.Work ? $"{tag.Tag.Id} {tag.Tag.Text}" : $"{tag.Tag.Text} {tag.Tag.Note}"));
        var words = BeadMentions.In(string.Join('\n', texts));
        if (words.Count == 0 || !HeldBead.CanBeAsked(_repository))
            return [];
        using var store = LedgerPlace.Open(_repository);
        return store.Index().Named(words);
    }
}
