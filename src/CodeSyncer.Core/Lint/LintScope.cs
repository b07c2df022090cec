using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Lint;

/// <summary>What a rule may look at besides the tag: the others, the settings, the day, what once was.</summary>
/// <param name="wasId">Whether a tag that is gone had an id, or nobody can tell; null: only those that are here count.</param>
public sealed class LintScope(IReadOnlyList<Tag> tags, Settings settings, DateOnly today, Func<string, bool>? wasId = null)
{
    private readonly Lazy<ILookup<string, Tag>> _byId = new(() => tags.ToLookup(tag => tag.Id, StringComparer.OrdinalIgnoreCase));
    private readonly Lazy<CriticalAreas> _areas = new(() => new CriticalAreas(settings.CriticalTopics));

    private readonly Lazy<HashSet<string>> _superseded = new(() =>
        tags.Select(tag => tag.Supersedes).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase));

    public DateOnly Today { get; } = today;

    /// <summary>The ids that their authors wrote.</summary>
    public IEnumerable<string> ExplicitIds => tags.Where(tag => tag.HasExplicitId).Select(tag => tag.Id).Distinct();

    /// <summary>Whether another tag says that it replaces this one.</summary>
    public bool IsSuperseded(Tag tag) =>
        _superseded.Value.Contains(tag.Id) && !tag.Id.Equals(tag.Supersedes, StringComparison.OrdinalIgnoreCase);

    /// <summary>All tags with an id, explicit or not, in any case.</summary>
    public IEnumerable<Tag> WithId(string id) => _byId.Value[id];

    /// <summary>Whether a tag had this id that no file holds any more. May read the history: asked last.</summary>
    public bool WasId(string id) => wasId?.Invoke(id) == true;

    /// <summary>The critical topic that a file belongs to, or null.</summary>
    public CriticalTopic? TopicOf(string path) => _areas.Value.TopicOf(path);
}
