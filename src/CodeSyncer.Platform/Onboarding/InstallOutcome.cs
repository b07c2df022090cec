namespace CodeSyncer.Platform.Onboarding;

/// <summary>What installing the user's executable comes to.</summary>
public enum InstallOutcome
{
    /// <summary>None was there.</summary>
    New,

    /// <summary>Another build or an older version is replaced.</summary>
    Replaced,

    /// <summary>The same bytes are there.</summary>
    Same,

    /// <summary>A newer version is there and stays.</summary>
    NewerKept,
}
