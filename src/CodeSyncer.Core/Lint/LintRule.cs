using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Lint;

/// <summary>One rule: its id, how much it matters by itself, what it is for, and how it looks at a tag.</summary>
/// <param name="About">One sentence for reports.</param>
/// <param name="Advice">What to do about a finding, for reports: one or two sentences.</param>
/// <param name="Judge">Message and hint where the tag breaks the rule, else null. Null itself: the rule is not about tags.</param>
public sealed record LintRule(string Id, LintSeverity Default, string About, string Advice, Func<Tag, LintScope, (string Message, string Hint)?>? Judge);
