using System.Text;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.History;

/// <summary>
/// Finds the merges that took one side of a tag and left the other (<c>merge -s ours</c>, a conflict decided for one side). Such a merge equals a
/// parent, so that it changes nothing itself; but what the other side did to the tag does not hold behind it.
/// </summary>
internal sealed class UndoneByMerge(GitRepository repository, IReadOnlyList<(string Commit, string[] Parents)> order)
{
    /// <summary>The lives, those that the files contradict with one more event at the merge that did it.</summary>
    /// <param name="now">The tags of the newest commit.</param>
    public IReadOnlyList<TagLife> Complete(IReadOnlyList<TagLife> lives, IReadOnlyList<Tag> now)
    {
        var held = now.Select(tag => (tag.Id, tag.Text)).ToHashSet();
        var undone = lives.Select((life, i) => (i, Last: life.Undone(tag => held.Contains((tag.Id, tag.Text))))).Where(life => life.Last is not null)
            .Select(life => (life.i, Last: life.Last!, Merges: MergesOf(life.Last!.Commit))).ToList();
        if (undone.Count == 0)
            return lives;
        var blobs = Blobs([.. undone.SelectMany(life => life.Merges.Select(merge => (merge, life.Last.Tag.Path))).Distinct()]);
        var answer = lives.ToList();
        foreach (var (i, last, merges) in undone)
        {
            // What the last event left is not there behind the merge.
            var by = merges.FirstOrDefault(merge => Holds(blobs.GetValueOrDefault((merge, last.Tag.Path)), last.Tag) == (last.Kind == TagEventKind.Dropped));
            if (by is not null && CommitNotes.Log(repository, "--no-walk=unsorted", by, "--") is [var (note, _), ..])
                answer[i] = lives[i] with { Events = [.. lives[i].Events, EventOf(lives[i], last, note)] };
        }

        return answer;
    }

    private static TagEvent EventOf(TagLife life, TagEvent last, CommitNote note) => life.IsAlive
        ? new TagEvent(TagEventKind.Kept, note.Commit, note.Author, note.AuthoredAt, note.Subject, life.Tag, last.Kind == TagEventKind.Dropped ? null : last.Tag)
        : new TagEvent(TagEventKind.Dropped, note.Commit, note.Author, note.AuthoredAt, note.Subject, last.Tag);

    /// <summary>The merges, oldest first, that join what a commit did with what did not come from it.</summary>
    private List<string> MergesOf(string commit)
    {
        var from = new HashSet<string>(StringComparer.Ordinal) { commit };
        var merges = new List<string>();
        foreach (var (id, parents) in order)
        {
            var ours = parents.Count(from.Contains);
            if (ours == 0)
                continue;
            from.Add(id);
            if (ours < parents.Length)
                merges.Add(id);
        }

        return merges;
    }

    /// <summary>The content of files at commits; a file that is not there is left out.</summary>
    private Dictionary<(string Commit, string Path), byte[]> Blobs(List<(string Commit, string Path)> places)
    {
        // git asks for a place a line.
        places.RemoveAll(place => place.Path.Contains('\n'));
        var request = Encoding.UTF8.GetBytes(string.Concat(places.Select(place => $"{place.Commit}:{place.Path}\n")));
        var ids = Encoding.UTF8.GetString(repository.Git().BytesWithInput(request, "cat-file", "--batch-check=%(objectname)")).Split('\n');
        var found = Enumerable.Range(0, places.Count).Where(i => i < ids.Length && !ids[i].EndsWith(" missing", StringComparison.Ordinal)).ToList();
        var blobs = new Dictionary<(string, string), byte[]>();
        new BlobReader(repository).ReadAll([.. found.Select(i => ids[i])], (position, content) => blobs[places[found[position]]] = content);
        return blobs;
    }

    private static bool Holds(byte[]? content, Tag tag) =>
        content is not null && TagScanner.MayHoldTags(content) && TagScanner.Scan(tag.Path, content).Any(one => one.Id == tag.Id && one.Text == tag.Text);
}
