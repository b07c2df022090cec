namespace CodeSyncer.Core.Ledger;

/// <summary>States of a bead. Any other word is a custom state, neither ready nor closed. Source: types.Status of Beads.</summary>
public static class BeadStatus
{
    public const string Open = "open";
    public const string InProgress = "in_progress";
    public const string Blocked = "blocked";
    public const string Deferred = "deferred";
    public const string Closed = "closed";
    public const string Pinned = "pinned";
    public const string Hooked = "hooked";
    public const string Tombstone = "tombstone";

    /// <summary>For completion; a tombstone is made by deletion only.</summary>
    public static IReadOnlyList<string> Known { get; } = [Open, InProgress, Blocked, Deferred, Closed, Pinned, Hooked];

    /// <summary>No target in such a state blocks anybody.</summary>
    public static bool NeverBlocks(string status) => status is Closed or Tombstone or Pinned;
}
