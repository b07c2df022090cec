namespace CodeSyncer.Core.Configuration;

/// <summary>How much a lint rule matters; only <see cref="Error"/> blocks a commit or fails a check.</summary>
public enum LintSeverity
{
    /// <summary>The rule is not applied.</summary>
    Off,
    Info,
    Warning,
    Error,
}
