using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Work;

/// <summary>
/// Which critical topics a prompt touches. All of its text counts, code and addresses included: whoever pastes a failing
/// payment test asks about payments. A question too many costs a moment.
/// </summary>
public static class CriticalTopics
{
    /// <summary>The topics in the order in which they are configured; time is linear in the length of the prompt.</summary>
    public static IReadOnlyList<CriticalTopic> In(string prompt, IReadOnlyList<CriticalTopic> topics) =>
        [.. topics.Where(topic => new PhraseSet([.. topic.Words, .. topic.PromptWords], topic.NotWords).IsIn(prompt))];
}
