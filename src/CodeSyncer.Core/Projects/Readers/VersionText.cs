using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Versions cut to what does not change with every update.</summary>
internal static partial class VersionText
{
    private const int MaxLength = 100;

    /// <summary>Each version in a text, cut to major.minor: <c>^20.19.0 || >=22.12.0</c> gives <c>^20.19 || >=22.12</c>; null for none.</summary>
    public static string? MajorMinor(string? text)
    {
        if (text is null || text.Length > MaxLength || !text.Any(char.IsAsciiDigit))
            return null;
        return Operator().Replace(Version().Replace(text.Trim(), "$1$2"), "$1");
    }

    /// <summary>Java 8 and older are written 1.8.</summary>
    public static string? Java(string? text) =>
        MajorMinor(text) is not { } version ? null : version.StartsWith("1.", StringComparison.Ordinal) ? version[2..] : version;

    /// <summary>The first version's major part: <c>^18.2.0</c> gives <c>18</c>; null when the text is no version, or one of 0.x, which changes too often to be told.</summary>
    public static string? Major(string? text)
    {
        if (text is null || text.Length > MaxLength || NoVersion().IsMatch(text))
            return null;
        var match = Version().Match(text);
        return match.Success && match.Groups[1].Value != "0" ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"(?<![\w.])v?(\d{1,9})(\.\d{1,9})?(?:\.[0-9A-Za-z*+.-]*)?")]
    private static partial Regex Version();

    /// <summary>An operator, with the space behind it.</summary>
    [GeneratedRegex(@"([<>=~^!]=?)\s+")]
    private static partial Regex Operator();

    /// <summary>Addresses, paths, aliases and properties.</summary>
    [GeneratedRegex(@"[:/$@{]")]
    private static partial Regex NoVersion();
}
