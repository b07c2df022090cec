using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint.Formats;

/// <summary>
/// Annotations for a pull request. Source: GitHub's documentation, "Workflow commands", and the escaping of its toolkit:
/// %, CR and LF everywhere, comma and colon in properties too, so that no text can begin a command of its own.
/// </summary>
internal static class GitHubFormat
{
    public static string Render(IReadOnlyList<LintFinding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append("::").Append(CommandOf(finding.Severity))
                .Append(" file=").Append(Property(finding.Place))
                .Append(",line=").Append(finding.Line).Append(",endLine=").Append(finding.EndLine)
                .Append(",title=").Append(Property("codesyncer " + finding.Rule))
                .Append("::").Append(Data($"{finding.Message}: {finding.Hint}")).Append('\n');
        }

        return text.ToString();
    }

    private static string CommandOf(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => SafeText.ForTerminal(text)
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
