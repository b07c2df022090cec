namespace CodeSyncer.Core.Ledger;

/// <summary>The ledger as a transaction sees it: the tip that was read under the lock.</summary>
public interface ILedgerState
{
    /// <summary>Null: there is no such item.</summary>
    JsonFields? Read(string path);

    /// <summary>
    /// Ids that <paramref name="part"/> may mean: exact, then prefix and part, then exact hash, then substring, then
    /// of beads a whole <c>external_ref</c>; the first of these steps that finds any answers.
    /// </summary>
    /// <param name="kind">One of <see cref="LedgerPath.Beads"/>, <see cref="LedgerPath.Convoys"/>, <see cref="LedgerPath.MailKind"/>.</param>
    IReadOnlyList<string> Resolve(string kind, string part);

    /// <summary>The beads that have a parent-child edge to this one.</summary>
    IReadOnlyList<BeadNode> ChildrenOf(string id);

    /// <summary>Edges of the types that affect readiness.</summary>
    IReadOnlyList<BeadEdge> EdgesFrom(string id);

    /// <summary>Edges of the types that affect readiness.</summary>
    IReadOnlyList<BeadEdge> EdgesTo(string id);
}
