using System.Globalization;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint;

/// <summary>The rules. By default none of them is an error: only a configuration makes one stop a commit.</summary>
public static class LintRules
{
    /// <summary>A day of expiry further ahead than this is a slip of the pen. In years.</summary>
    private const int FarExpiry = 20;

    /// <summary>A decision dated further ahead than this was not made on that day. In years.</summary>
    private const int FarDate = 1;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(LintRuleId.UnknownKind, LintSeverity.Warning, "The word behind the prefix is no kind of tag.",
            "Correct the word. Tags of an unknown kind are found by queries but stand in no document.", UnknownKind),
        new(LintRuleId.EmptyText, LintSeverity.Warning, "A tag without text says nothing.",
            "Say what and why in one sentence.", EmptyText),
        new(LintRuleId.VagueText, LintSeverity.Warning, "A text such as 'later' tells the next reader nothing.",
            "Say it so that a reader who knows nothing understands it.", VagueText),
        new(LintRuleId.BadDate, LintSeverity.Warning, "A date is not on the calendar, too far ahead, or after the day on which it expires.",
            "Write a day of the calendar as YYYY-MM-DD.", BadDate),
        new(LintRuleId.Expired, LintSeverity.Warning, "The day on which the tag was to be looked at again has passed.",
            "Confirm it with a new date, or replace it by a decision that supersedes it.", Expired),
        new(LintRuleId.DuplicateId, LintSeverity.Warning, "Two tags have the same explicit id.",
            "Give one of them another id, and check what refers to it.", DuplicateId),
        new(LintRuleId.UnknownSupersedes, LintSeverity.Warning, "The tag replaces an id that no tag has, nor ever had.",
            "Correct the id. A tag that was taken out stays known: the history is asked, and where it is cut (a shallow clone) nothing is said.", UnknownSupersedes),
        new(LintRuleId.CriticalInference, LintSeverity.Warning, "Something was inferred where nothing may be.",
            "Have a person confirm it, then make it a decision.", CriticalInference),
        new(LintRuleId.UnmatchedCall, LintSeverity.Warning, "A call asks for an endpoint that no project offers.",
            "Correct the path or the method, or add the project that offers it to the town.", null),
        new(LintRuleId.ChangedEndpoint, LintSeverity.Warning, "An endpoint was changed or removed, and a caller was not.",
            "Change the callers with it, or keep the endpoint until they are.", null),
    ];

    private static (string, string)? UnknownKind(Tag tag, LintScope scope) =>
        TagKind.IsKnown(tag.Kind) ? null
        : ($"'{tag.Kind}' is no kind of tag", NearestWord.Of(tag.Kind, TagKind.All) is { } near
            ? $"did you mean '{near}'?"
            : $"choose one of {string.Join(", ", TagKind.All)}");

    /// <summary>A work tag with an id of its own names its work by that.</summary>
    private static (string, string)? EmptyText(Tag tag, LintScope scope) =>
        tag.Text.Any(char.IsLetterOrDigit) || (tag.Kind == TagKind.Work && tag.HasExplicitId) ? null
        : ($"the {tag.Kind} has no text", "say what and why in one sentence");

    private static (string, string)? VagueText(Tag tag, LintScope scope) =>
        VagueTexts.Holds(tag.Text)
            ? ($"'{tag.Text}' does not say what or why", "say it so that a reader who knows nothing understands it")
            : null;

    private static (string, string)? BadDate(Tag tag, LintScope scope) =>
        Wrong("date", tag.Date, scope.Today.AddYears(FarDate), FarDate) ?? Wrong("expires", tag.Expires, scope.Today.AddYears(FarExpiry), FarExpiry)
        ?? (DateOf(tag.Expires) < DateOf(tag.Date)
            ? ($"it expires on {tag.Expires}, before its own date {tag.Date}", "correct one of the two dates")
            : null);

    private static (string, string)? Wrong(string name, string? text, DateOnly latest, int years)
    {
        const string hint = "write a day of the calendar as YYYY-MM-DD";
        if (text is null)
            return null;
        if (DateOf(text) is not { } date)
            return ($"{name} '{text}' is not on the calendar", hint);
        return date > latest ? ($"{name} '{text}' is more than {(years == 1 ? "a year" : $"{years} years")} ahead", hint) : null;
    }

    /// <summary>What was replaced meanwhile needs no second look.</summary>
    private static (string, string)? Expired(Tag tag, LintScope scope) =>
        DateOf(tag.Expires) is { } end && end < scope.Today && !scope.IsSuperseded(tag)
            ? ($"the {tag.Kind} expired on {tag.Expires}", "confirm it with a new date, or replace it")
            : null;

    private static (string, string)? DuplicateId(Tag tag, LintScope scope)
    {
        if (!tag.HasExplicitId || tag.Kind == TagKind.Work)
            return null;
        var other = scope.WithId(tag.Id).FirstOrDefault(one => !ReferenceEquals(one, tag) && one.HasExplicitId && one.Kind != TagKind.Work);
        return other is null ? null : ($"the id '{tag.Id}' stands at {other.Path}:{other.Line} too", "give one of them another id");
    }

    private static (string, string)? UnknownSupersedes(Tag tag, LintScope scope)
    {
        if (tag.Supersedes is not { } old)
            return null;
        if (scope.WithId(old).Any(one => !ReferenceEquals(one, tag)))
            return null;
        if (old.Equals(tag.Id, StringComparison.OrdinalIgnoreCase))
            return ($"it supersedes itself, '{old}'", "name the id of the older tag");
        // What was replaced may be taken out of the code: what took its place still says what it replaced.
        if (scope.WasId(old))
            return null;
        return ($"it supersedes '{old}', which no tag here has or had as its id", NearestWord.Of(old, scope.ExplicitIds.Where(id => id != tag.Id)) is { } near
            ? $"did you mean '{near}'?"
            : "check the id");
    }

    private static (string, string)? CriticalInference(Tag tag, LintScope scope) =>
        tag.Kind == TagKind.Inference && scope.TopicOf(tag.Path) is { } topic
            ? ($"an inference in a file about {topic.Title}", "have a person confirm it, then make it a decision")
            : null;

    private static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
