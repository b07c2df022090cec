namespace CodeSyncer.Core.Town;

/// <summary>What the gates say of a batch.</summary>
/// <param name="Green">So many merges, from the first on, may land.</param>
/// <param name="Bad">Index of the merge that turns it red; null: none. What follows it is judged anew.</param>
public sealed record BatchResult(int Green, int? Bad)
{
    /// <summary>The gates fail on the target as it is: nobody of the batch is to blame.</summary>
    public bool IsTargetRed { get; init; }
}
