using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One step of onboarding a repository, or of taking us out of it.</summary>
public sealed class OnboardingStep : TerminalText
{
    internal OnboardingStep(PlanStep step, string repository)
    {
        State = step.State == StepState.Change ? "Changed" : step.State.ToString();
        Subject = step.Subject;
        Text = CommandWords.InPowerShell(step.Text);
        Repository = repository;
    }

    /// <summary><c>Changed</c>, <c>Same</c> (it was so already) or <c>Warning</c>.</summary>
    public string State { get; }

    public string Subject { get; }

    public string Text { get; }

    public string Repository { get; }

    public override string ToString() => $"{Subject}: {Text}";
}
