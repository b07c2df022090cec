namespace CodeSyncer.Platform.Town;

/// <summary>Something that somebody did.</summary>
/// <param name="Commit">Of the ledger.</param>
public sealed record TownEvent(DateTimeOffset Time, string Agent, string What, string Commit);
