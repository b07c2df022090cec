using System.Text;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint.Formats;

/// <summary>For people: <c>path:line: severity rule: message (hint)</c>, which editors and terminals make clickable.</summary>
internal static class TextFormat
{
    public static string Render(IReadOnlyList<LintFinding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            var severity = finding.Severity.ToString().ToLowerInvariant();
            text.Append(SafeText.ForTerminal($"{finding.Place}:{finding.Line}: {severity} {finding.Rule}: {finding.Message} ({finding.Hint})")).Append('\n');
        }

        return text.ToString();
    }
}
