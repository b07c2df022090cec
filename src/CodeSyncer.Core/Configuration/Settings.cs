namespace CodeSyncer.Core.Configuration;

/// <summary>The configuration in force: the defaults, then the team's file, then the user's (later ones win).</summary>
public sealed record Settings
{
    /// <summary>Characters of the context that an agent gets at the start of a session.</summary>
    public const int DefaultPrimeMaxCharacters = 8000;

    public static Settings Default { get; } = new();

    /// <summary>
    /// Globs of paths (as in .gitignore) whose tags are not read, the team's before the user's: the last one that
    /// matches decides.
    /// </summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Severity by lint rule (<see cref="LintRuleId"/>); a rule that is not named here has its own default.</summary>
    public IReadOnlyDictionary<string, LintSeverity> Lint { get; init; } = new Dictionary<string, LintSeverity>();

    /// <summary>The areas in which nothing may be inferred, by name, in the order in which they were named.</summary>
    public IReadOnlyList<CriticalTopic> CriticalTopics { get; init; } = DefaultTopics.All;

    /// <summary>Files that no agent may edit, the team's before the user's: the last one that matches decides.</summary>
    public IReadOnlyList<ProtectedPath> ProtectedPaths { get; init; } = [];

    public WorkSettings Work { get; init; } = new();

    /// <summary>Most characters (UTF-16 units) of <c>prime</c>.</summary>
    public int PrimeMaxCharacters { get; init; } = DefaultPrimeMaxCharacters;
}
