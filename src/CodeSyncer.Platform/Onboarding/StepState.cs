namespace CodeSyncer.Platform.Onboarding;

/// <summary>What a step of a plan comes to.</summary>
public enum StepState
{
    /// <summary>It is as it should be.</summary>
    Same,

    /// <summary>It has changes to apply.</summary>
    Change,

    /// <summary>It cannot be as wanted, and why; the rest goes on.</summary>
    Warning,
}
