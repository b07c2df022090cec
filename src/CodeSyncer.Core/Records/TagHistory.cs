using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>Tells from what commits took out and put in what happened to each tag.</summary>
public static class TagHistory
{
    /// <summary>Two texts that share this part of their words are one tag that was reworded.</summary>
    private const double Likeness = 0.5;

    /// <param name="commits">Oldest first, in an order in which parents stand before their children.</param>
    /// <param name="now">The tags of the newest commit.</param>
    /// <returns>By the place of the tag, those that are gone last.</returns>
    public static IReadOnlyList<TagLife> Build(IEnumerable<CommitTags> commits, IReadOnlyList<Tag> now)
    {
        var lives = new List<List<TagEvent>>();
        var byId = new Dictionary<string, List<TagEvent>>(StringComparer.OrdinalIgnoreCase);
        foreach (var commit in commits)
        {
            var removed = commit.Removed.ToList();
            var added = commit.Added.ToList();
            foreach (var (kind, before, tag) in Pairs(removed, added))
                Add(commit, kind, tag, before, LifeOf(before.Id));
            foreach (var tag in added)
            {
                Add(commit, TagEventKind.Introduced, tag, null, byId.GetValueOrDefault(tag.Id) is { } known ? known : New(tag.Id));
                // Superseding says so of the older tag too, wherever that stands.
                if (tag.Supersedes is { } old && byId.GetValueOrDefault(old) is { Count: > 0 } older && !ReferenceEquals(older, byId[tag.Id]))
                    older.Add(Event(commit, TagEventKind.Superseded, older[^1].Tag, tag));
            }

            foreach (var tag in removed)
                Add(commit, TagEventKind.Dropped, tag, null, LifeOf(tag.Id));
        }

        var alive = now.GroupBy(tag => tag.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        return [.. lives.Where(events => events.Count > 0).Select(events => alive.GetValueOrDefault(events[^1].Tag.Id) is { } tag ? new TagLife(tag, true, events) : LastOf(events, alive))
            .OrderBy(life => !life.IsAlive).ThenBy(life => life.Tag.Path, StringComparer.Ordinal).ThenBy(life => life.Tag.Line).ThenBy(life => life.Tag.Id, StringComparer.Ordinal)];

        List<TagEvent> New(string id)
        {
            var life = new List<TagEvent>();
            lives.Add(life);
            return byId[id] = life;
        }

        List<TagEvent> LifeOf(string id) => byId.GetValueOrDefault(id) ?? New(id);

        void Add(CommitTags commit, TagEventKind kind, Tag tag, Tag? before, List<TagEvent> life)
        {
            life.Add(Event(commit, kind, tag, before));
            byId[tag.Id] = life;
        }
    }

    private static TagLife LastOf(List<TagEvent> events, Dictionary<string, Tag> alive)
    {
        // Reworded on one branch and kept on another: any of its forms may be the one that lives.
        var form = events.Select(one => alive.GetValueOrDefault(one.Tag.Id)).LastOrDefault(tag => tag is not null);
        return new TagLife(form ?? events[^1].Tag, form is not null, events);
    }

    private static TagEvent Event(CommitTags commit, TagEventKind kind, Tag tag, Tag? before) =>
        new(kind, commit.Commit, commit.Author, commit.AuthoredAt, commit.Subject, tag, before) { IsCut = commit.IsCut && kind == TagEventKind.Introduced };

    /// <summary>Takes out of both lists what belongs together: the same tag at another place, then the same explicit id, then a like text in the same file.</summary>
    private static IEnumerable<(TagEventKind Kind, Tag Before, Tag Tag)> Pairs(List<Tag> removed, List<Tag> added)
    {
        foreach (var (kind, fits) in new (TagEventKind, Func<Tag, Tag, bool>)[]
        {
            (TagEventKind.Moved, (before, tag) => before.Id == tag.Id && before.Text == tag.Text),
            (TagEventKind.Reworded, (before, tag) => before.HasExplicitId && before.Id == tag.Id),
            (TagEventKind.Reworded, (before, tag) => !before.HasExplicitId && before.Path == tag.Path && before.Kind == tag.Kind && tag.Supersedes is null && (before.Anchor == tag.Anchor && before.Anchor is not null || Alike(before.Text, tag.Text))),
            (TagEventKind.Reworded, (before, tag) => !before.HasExplicitId && before.Kind == tag.Kind && tag.Supersedes is null && Alike(before.Text, tag.Text)),
        })
        {
            for (var i = 0; i < removed.Count; i++)
            {
                var match = added.FindIndex(tag => fits(removed[i], tag));
                if (match < 0)
                    continue;
                yield return (kind, removed[i], added[match]);
                removed.RemoveAt(i--);
                added.RemoveAt(match);
            }
        }
    }

    private static bool Alike(string before, string now)
    {
        var old = Words(before);
        var words = Words(now);
        if (old.Count == 0 || words.Count == 0)
            return false;
        return old.Intersect(words).Count() >= Likeness * Math.Max(old.Count, words.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '(', ')', '"', '\'').ToLowerInvariant())];
}
