using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Lint;

/// <summary>What a rule found at a tag.</summary>
/// <param name="Rule">One of <see cref="LintRuleId"/>.</param>
/// <param name="Message">What is wrong, with the value; it may quote the tag.</param>
/// <param name="Hint">What to do: one sentence without its full stop.</param>
/// <param name="Path">Relative to the root of the repository, with <c>/</c>.</param>
/// <param name="Tag">The tag that it is about; null: none.</param>
public sealed record LintFinding(
    string Rule, LintSeverity Severity, string Message, string Hint, string Path, int Line, int EndLine, Tag? Tag)
{
    /// <summary>Name of the rig; empty: a repository on its own.</summary>
    public string Rig { get; init; } = "";

    /// <summary>The path as it is shown: from the root of the town, where one was asked.</summary>
    public string Place => Rig.Length == 0 ? Path : $"{Rig}/{Path}";
}
