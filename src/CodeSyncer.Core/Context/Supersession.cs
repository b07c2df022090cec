using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context;

/// <summary>Which tags were replaced by which: <c>supersedes=ID</c> names the older one.</summary>
public sealed class Supersession
{
    private readonly Dictionary<Tag, List<Tag>> _replaced = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Tag> _superseded = new(ReferenceEqualityComparer.Instance);

    public Supersession(IReadOnlyList<Tag> tags)
    {
        if (!tags.Any(tag => tag.Supersedes is not null))
            return;
        var byId = tags.ToLookup(tag => tag.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var newer in tags.Where(tag => tag.Supersedes is not null))
        {
            foreach (var older in byId[newer.Supersedes!].Where(older => !Replaces(older, newer)))
            {
                if (_superseded.Add(older))
                    OlderOf(newer).Add(older);
            }
        }
    }

    public bool IsSuperseded(Tag tag) => _superseded.Contains(tag);

    /// <summary>All that a tag replaced, nearest first, with what those had replaced behind them.</summary>
    public IEnumerable<Tag> ReplacedBy(Tag tag)
    {
        var waiting = new Stack<Tag>([tag]);
        while (waiting.TryPop(out var next))
        {
            if (!ReferenceEquals(next, tag))
                yield return next;
            if (!_replaced.TryGetValue(next, out var older))
                continue;
            foreach (var one in older.OrderBy(one => one.Date, StringComparer.Ordinal).ThenByDescending(one => one.Path, StringComparer.Ordinal))
                waiting.Push(one);
        }
    }

    /// <summary>A circle of tags that replace each other must not hide all of them.</summary>
    private bool Replaces(Tag newer, Tag older) =>
        ReferenceEquals(newer, older) || ReplacedBy(newer).Any(one => ReferenceEquals(one, older));

    private List<Tag> OlderOf(Tag newer) =>
        _replaced.TryGetValue(newer, out var older) ? older : _replaced[newer] = [];
}
