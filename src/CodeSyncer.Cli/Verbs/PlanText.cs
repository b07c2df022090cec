using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Cli.Verbs;

/// <summary>The steps of a plan as lines: <c>+</c> done or to be done, <c>=</c> so already, <c>!</c> not possible.</summary>
internal static class PlanText
{
    public static void Write(IEnumerable<PlanStep> steps)
    {
        foreach (var step in steps)
            Write(step.State, step.Subject, step.Text);
    }

    public static void Write(StepState state, string subject, string text)
    {
        var mark = state switch { StepState.Change => '+', StepState.Same => '=', _ => '!' };
        Console.Out.WriteLine(SafeText.ForTerminal($"  {mark} {subject,-12} {text}"));
    }
}
