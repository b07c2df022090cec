using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Requirements such as <c>fastapi[standard]&gt;=0.110; python_version &gt;= "3.9"</c> (PEP 508).</summary>
internal static partial class PythonRequirement
{
    private const int MaxLength = 1_000;

    /// <summary>Name, normalized, and version range; null when the text names no package.</summary>
    public static (string Name, string? Version)? Parse(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var match = Requirement().Match(text);
        if (!match.Success)
            return null;
        var version = match.Groups[2].Value.Trim();
        return (Normalize(match.Groups[1].Value), version.Length == 0 ? null : version);
    }

    /// <summary>PEP 503: case and the kind of separator do not matter.</summary>
    public static string Normalize(string name) => Separators().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex(@"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;#@)]*)")]
    private static partial Regex Requirement();

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}
