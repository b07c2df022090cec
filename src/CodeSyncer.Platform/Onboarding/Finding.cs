namespace CodeSyncer.Platform.Onboarding;

/// <summary>What one check of doctor found.</summary>
/// <param name="Check">Short stable name: <c>git</c>, <c>hooks</c>, <c>documents</c>.</param>
/// <param name="Advice">What to do; null where nothing is to be done.</param>
public sealed record Finding(FindingState State, string Check, string Text, string? Advice = null)
{
    public static Finding Ok(string check, string text) => new(FindingState.Ok, check, text);

    public static Finding Warn(string check, string text, string advice) => new(FindingState.Warn, check, text, advice);

    public static Finding Fail(string check, string text, string advice) => new(FindingState.Fail, check, text, advice);
}
