using System.Globalization;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint;

/// <summary>The rules. By default none of them is an error: only a configuration makes one stop a commit.</summary>
public static class LintRules
{
    /// <summary>A date further ahead than this is a slip of the pen. In years.</summary>
    private const int FarAhead = 20;

    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        "later", "changed", "change", "fix", "fixed", "fixme", "todo", "tbd", "wip", "update", "updated", "temp", "temporary", "hack",
        "misc", "stuff", "see above", "see below", "to do", "to be done", "not sure", "maybe", "asap", "n/a", "none", "ok", "done", "same",
        "나중에", "수정", "변경", "임시", "後で", "あとで", "変更", "修正", "以后", "稍后", "später", "plus tard",
    };

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(LintRuleId.UnknownKind, LintSeverity.Warning, "The word behind the prefix is no kind of tag.", UnknownKind),
        new(LintRuleId.EmptyText, LintSeverity.Warning, "A tag without text says nothing.", EmptyText),
        new(LintRuleId.VagueText, LintSeverity.Warning, "A text such as 'later' tells the next reader nothing.", VagueText),
        new(LintRuleId.BadDate, LintSeverity.Warning, "A date is not on the calendar, or far ahead.", BadDate),
        new(LintRuleId.Expired, LintSeverity.Warning, "The day on which the tag was to be looked at again has passed.", Expired),
        new(LintRuleId.DuplicateId, LintSeverity.Warning, "Two tags have the same explicit id.", DuplicateId),
        new(LintRuleId.UnknownSupersedes, LintSeverity.Warning, "The tag replaces an id that no tag has.", UnknownSupersedes),
        new(LintRuleId.CriticalInference, LintSeverity.Warning, "Something was inferred where nothing may be.", CriticalInference),
    ];

    private static (string, string)? UnknownKind(Tag tag, LintScope scope) =>
        TagKind.IsKnown(tag.Kind) ? null
        : ($"'{tag.Kind}' is no kind of tag", NearestWord.Of(tag.Kind, TagKind.All) is { } near
            ? $"did you mean '{near}'?"
            : $"choose one of {string.Join(", ", TagKind.All)}");

    private static (string, string)? EmptyText(Tag tag, LintScope scope) =>
        tag.Text.Any(char.IsLetterOrDigit) ? null : ($"the {tag.Kind} has no text", "say what and why in one sentence");

    private static (string, string)? VagueText(Tag tag, LintScope scope) =>
        Vague.Contains(tag.Text.Trim().TrimEnd('.', '!', '…', '。', '?'))
            ? ($"'{tag.Text}' does not say what or why", "say it so that a reader who knows nothing understands it")
            : null;

    private static (string, string)? BadDate(Tag tag, LintScope scope) =>
        Wrong("date", tag.Date, scope) ?? Wrong("expires", tag.Expires, scope);

    private static (string, string)? Wrong(string name, string? text, LintScope scope)
    {
        const string hint = "write it as YYYY-MM-DD";
        if (text is null)
            return null;
        if (DateOf(text) is not { } date)
            return ($"the {name} '{text}' is not on the calendar", hint);
        return date > scope.Today.AddYears(FarAhead) ? ($"the {name} '{text}' is more than {FarAhead} years ahead", hint) : null;
    }

    private static (string, string)? Expired(Tag tag, LintScope scope) =>
        DateOf(tag.Expires) is { } end && end < scope.Today
            ? ($"the {tag.Kind} expired on {tag.Expires}", "confirm it with a new date, or replace it")
            : null;

    private static (string, string)? DuplicateId(Tag tag, LintScope scope)
    {
        if (!tag.HasExplicitId || tag.Kind == TagKind.Work)
            return null;
        var other = scope.WithId(tag.Id).FirstOrDefault(one => !ReferenceEquals(one, tag) && one.HasExplicitId && one.Kind != TagKind.Work);
        return other is null ? null : ($"the id '{tag.Id}' stands at {other.Path}:{other.Line} too", "give one of them another id");
    }

    private static (string, string)? UnknownSupersedes(Tag tag, LintScope scope) =>
        tag.Supersedes is null || scope.WithId(tag.Supersedes).Any() ? null
        : ($"it supersedes '{tag.Supersedes}', which no tag here has as its id", "check the id, or take 'supersedes' out once the old tag is gone");

    private static (string, string)? CriticalInference(Tag tag, LintScope scope) =>
        tag.Kind == TagKind.Inference && scope.TopicOf(tag.Path) is { } topic
            ? ($"an inference in a file about {topic.Title}", "have a person confirm it, then make it a decision")
            : null;

    private static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
