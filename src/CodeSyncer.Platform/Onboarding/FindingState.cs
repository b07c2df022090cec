namespace CodeSyncer.Platform.Onboarding;

/// <summary>How a check of doctor came out.</summary>
public enum FindingState
{
    Ok,

    /// <summary>Worth knowing; nothing is broken.</summary>
    Warn,

    /// <summary>Something does not do what it should.</summary>
    Fail,
}
