using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary><c>$NAME</c>, <c>${NAME}</c> and <c>${NAME:-default}</c>, as Dockerfiles and compose files write them.</summary>
internal static partial class VariableText
{
    private const int MaxLength = 1_000;

    /// <summary>Each variable by its value, else by its default, else as it is written: the machine's environment is not asked.</summary>
    public static string Expand(string text, IReadOnlyDictionary<string, string> values) =>
        !text.Contains('$') || text.Length > MaxLength ? text : Variable().Replace(text, match =>
        {
            if (match.Groups[3].Success)
                return match.Groups[3].Value;
            var name = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
            return values.TryGetValue(name, out var value) ? value : match.Value;
        });

    [GeneratedRegex(@"\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?[^{}]*\})")]
    private static partial Regex Variable();
}
