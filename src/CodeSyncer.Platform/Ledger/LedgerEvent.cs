namespace CodeSyncer.Platform.Ledger;

/// <summary>One change of a ledger.</summary>
/// <param name="Commit">Its commit in the ledger's repository.</param>
/// <param name="Agent">Who made it.</param>
/// <param name="What">In one line.</param>
public sealed record LedgerEvent(string Commit, string Agent, DateTimeOffset Time, string What, IReadOnlyList<FieldChange> Changes);
