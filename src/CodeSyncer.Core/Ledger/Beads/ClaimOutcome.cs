namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>How a claim was won.</summary>
public enum ClaimOutcome
{
    /// <summary>Nobody held it.</summary>
    Claimed,

    /// <summary>The same agent in the same work tree and session holds it already; nothing was written.</summary>
    AlreadyYours,

    /// <summary>An earlier session of the same agent and work tree, which is over, held it.</summary>
    TakenOver,
}
