using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Work;

/// <summary>What an agent is told when a prompt touches a critical topic: to stop and ask, with what was decided before.</summary>
public static class StopAndAsk
{
    private const int MostDecisions = 8;

    /// <param name="topics">Those that the prompt touches.</param>
    /// <param name="tags">Of the whole repository.</param>
    public static string Render(IReadOnlyList<CriticalTopic> topics, IReadOnlyList<Tag> tags)
    {
        var names = string.Join(", ", topics.Select(topic => topic.Title));
        var text = new StringBuilder(
            $"This touches {names}: stop and ask. Infer nothing here. Before you write code, put the open choices to the person, each with its risk, and wait for the answer; "
            + "then record it where it takes effect as a comment `@codesyncer-decision [YYYY-MM-DD] ...`.\n");
        var supersession = new Supersession(tags);
        var words = new CriticalTopics(topics);
        var decisions = tags.Where(tag => tag.Kind == TagKind.Decision && !supersession.IsSuperseded(tag) && words.AreIn($"{tag.Text} {tag.Path}"))
            .OrderByDescending(tag => tag.Date ?? "", StringComparer.Ordinal).ThenBy(tag => tag.Path, StringComparer.Ordinal).ToList();
        text.Append(decisions.Count == 0 ? "No decision on it is on record.\n" : "Decisions on record:\n");
        foreach (var decision in decisions.Take(MostDecisions))
            text.Append($"- {Cut(MarkdownText.Inline(decision.Text))}{(decision.Date is null ? "" : $" [{decision.Date}]")} ({MarkdownText.Inline(decision.Path)})\n");
        if (decisions.Count > MostDecisions)
            text.Append($"- and {decisions.Count - MostDecisions} more: `codesyncer decisions`\n");
        return text.ToString();
    }

    private static string Cut(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
