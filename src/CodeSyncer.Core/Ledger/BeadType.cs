namespace CodeSyncer.Core.Ledger;

/// <summary>Types of beads. Any other word is a custom type. Source: types.IssueType of Beads.</summary>
public static class BeadType
{
    public const string Task = "task";

    /// <summary>For completion.</summary>
    public static IReadOnlyList<string> Known { get; } = [Task, "bug", "feature", "epic", "chore", "decision"];
}
