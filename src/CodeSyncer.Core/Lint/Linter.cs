using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Lint;

/// <summary>Judges tags by the rules.</summary>
public static class Linter
{
    /// <summary>The findings by path, line and rule.</summary>
    /// <param name="tags">All tags that ids may refer to.</param>
    /// <param name="today">The day that expiry is measured against.</param>
    /// <param name="isJudged">Which tags are judged; null: all.</param>
    /// <param name="wasId">See <see cref="LintScope"/>.</param>
    public static IReadOnlyList<LintFinding> Run(IReadOnlyList<Tag> tags, Settings settings, DateOnly today, Func<Tag, bool>? isJudged = null, Func<string, bool>? wasId = null)
    {
        var scope = new LintScope(tags, settings, today, wasId);
        var rules = LintRules.All.Select(rule => (Rule: rule, Severity: settings.Lint.GetValueOrDefault(rule.Id, rule.Default)))
            .Where(rule => rule.Severity != LintSeverity.Off && rule.Rule.Judge is not null).ToList();
        var findings = new List<LintFinding>();
        foreach (var tag in isJudged is null ? tags : tags.Where(isJudged))
        {
            foreach (var (rule, severity) in rules)
            {
                if (rule.Judge!(tag, scope) is var (message, hint))
                    findings.Add(new LintFinding(rule.Id, severity, message, hint, tag.Path, tag.Line, tag.EndLine, tag));
            }
        }

        return [.. findings.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)];
    }
}
