namespace CodeSyncer.Platform.Onboarding;

/// <summary>How much of an onboarding others see.</summary>
public enum InitMode
{
    /// <summary>The blocks in AGENTS.md and CLAUDE.md, to be committed.</summary>
    Local,

    /// <summary>Nothing that others would see.</summary>
    Private,

    /// <summary>Also the tracked hooks of the repository, and a script that onboards a colleague's clone.</summary>
    Shared,
}
