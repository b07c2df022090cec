namespace CodeSyncer.Core.Configuration;

/// <summary>The configuration in force: the team's file, then the user's (later ones win).</summary>
public sealed record Settings
{
    public static Settings Default { get; } = new();

    /// <summary>Globs of paths (as in .gitignore) whose tags are not read.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Severity by lint rule id; a rule that is not named here has its own default.</summary>
    public IReadOnlyDictionary<string, LintSeverity> Lint { get; init; } = new Dictionary<string, LintSeverity>();

    public int PrimeMaxCharacters { get; init; } = 8000;
}
