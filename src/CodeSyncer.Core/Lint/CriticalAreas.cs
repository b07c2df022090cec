using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint;

/// <summary>Which files belong to a critical topic: by a glob, or by the words of their path.</summary>
public sealed class CriticalAreas
{
    private readonly List<(CriticalTopic Topic, PathGlobs Paths, PhraseSet Words)> _topics;

    public CriticalAreas(IReadOnlyList<CriticalTopic> topics) =>
        _topics = [.. topics.Select(topic => (topic, new PathGlobs(topic.Paths), new PhraseSet(topic.Words, topic.NotWords)))];

    /// <summary>The first topic that a file belongs to, or null.</summary>
    public CriticalTopic? TopicOf(string path) => _topics.Find(area => area.Paths.Matches(path) || area.Words.IsIn(path)).Topic;
}
