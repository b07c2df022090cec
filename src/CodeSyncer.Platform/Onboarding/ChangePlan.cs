using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Steps, applied as one: all of their changes land, or none.</summary>
public sealed class ChangePlan(IReadOnlyList<PlanStep> steps)
{
    public IReadOnlyList<PlanStep> Steps { get; } = steps;

    public bool HasChanges => Steps.Any(step => step.Changes.Count > 0);

    /// <exception cref="CodeSyncerException">A change could not be made; those before it are undone.</exception>
    public void Apply()
    {
        var applied = new Stack<Change>();
        foreach (var change in Steps.SelectMany(step => step.Changes))
        {
            try
            {
                change.Apply();
                applied.Push(change);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                while (applied.TryPop(out var done))
                    done.Undo();
                throw ErrorTexts.CannotWrite(change.Path, error);
            }
        }
    }
}
