using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Work;

/// <summary>
/// Which critical topics a prompt touches. All of its text counts, code and addresses included: whoever pastes a failing
/// payment test asks about payments. A question too many costs a moment.
/// </summary>
public sealed class CriticalTopics
{
    private readonly (CriticalTopic Topic, PhraseSet Words)[] _topics;

    /// <summary>For many texts: to prepare the words takes longer than to find them in a short one.</summary>
    public CriticalTopics(IReadOnlyList<CriticalTopic> topics) =>
        _topics = [.. topics.Select(topic => (topic, new PhraseSet([.. topic.Words, .. topic.PromptWords], topic.NotWords)))];

    /// <summary>The topics in the order in which they are configured; time is linear in the length of the prompt.</summary>
    public IReadOnlyList<CriticalTopic> In(string prompt) => [.. _topics.Where(topic => topic.Words.IsIn(prompt)).Select(topic => topic.Topic)];

    /// <summary>Whether a text touches one of them.</summary>
    public bool AreIn(string text) => Array.Exists(_topics, topic => topic.Words.IsIn(text));

    /// <summary>For one prompt.</summary>
    public static IReadOnlyList<CriticalTopic> In(string prompt, IReadOnlyList<CriticalTopic> topics) => new CriticalTopics(topics).In(prompt);
}
