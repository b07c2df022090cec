namespace CodeSyncer.Core.Lint.Formats;

/// <summary>The ways to write findings down; each ends with a line end, or is empty.</summary>
public static class LintFormat
{
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "sarif", "github"];

    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="version">Of this tool, for SARIF.</param>
    public static string Render(string format, IReadOnlyList<LintFinding> findings, string version) => format switch
    {
        "json" => JsonFormat.Render(findings),
        "sarif" => SarifFormat.Render(findings, version),
        "github" => GitHubFormat.Render(findings),
        _ => TextFormat.Render(findings),
    };
}
