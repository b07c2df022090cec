using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Names of container images, without what changes at every update.</summary>
internal static partial class ImageName
{
    private const int MaxLength = 300;

    /// <summary><c>node:20.11.1-alpine@sha256:...</c> gives <c>node:20.11</c>; null for what is no name.</summary>
    public static string? Stable(string image)
    {
        if (image.Length > MaxLength)
            return null;
        var match = Image().Match(image.Trim());
        if (!match.Success)
            return null;
        var version = VersionText.MajorMinor(match.Groups[2].Value);
        var digits = version is null ? "" : LeadingVersion().Match(version).Value;
        return digits.Length == 0 ? match.Groups[1].Value : $"{match.Groups[1].Value}:{digits}";
    }

    [GeneratedRegex(@"^([\w.-]+(?::\d+)?(?:/[\w.-]+)*)(?::([\w.-]+))?(?:@.*)?$")]
    private static partial Regex Image();

    [GeneratedRegex(@"^v?\d+(\.\d+)?")]
    private static partial Regex LeadingVersion();
}
