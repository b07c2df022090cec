namespace CodeSyncer.Platform.Onboarding;

/// <summary>One line of what a verb did, would do, or left.</summary>
/// <param name="Subject">What it is about: <c>executable</c>, <c>hooks</c>, <c>AGENTS.md</c>.</param>
/// <param name="Text">How it is once the step is done.</param>
public sealed record PlanStep(StepState State, string Subject, string Text, IReadOnlyList<Change> Changes)
{
    public static PlanStep Same(string subject, string text) => new(StepState.Same, subject, text, []);

    public static PlanStep Warning(string subject, string text) => new(StepState.Warning, subject, text, []);

    /// <summary>A change where there are any, else the same text as a thing that already is so.</summary>
    public static PlanStep Of(string subject, string text, params IReadOnlyList<Change> changes) =>
        new(changes.Count == 0 ? StepState.Same : StepState.Change, subject, text, changes);
}
