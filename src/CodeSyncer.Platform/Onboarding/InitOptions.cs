namespace CodeSyncer.Platform.Onboarding;

/// <summary>What the user asked of <c>init</c>.</summary>
public sealed record InitOptions
{
    /// <summary>Null: as <c>init</c> was run here before, else <see cref="InitMode.Local"/>.</summary>
    public InitMode? Mode { get; init; }

    public bool Hooks { get; init; } = true;

    /// <summary>Names of the agents to wire; null: those that are wired here already.</summary>
    public IReadOnlyList<string>? Agents { get; init; }
}
