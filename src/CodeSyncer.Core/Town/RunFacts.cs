namespace CodeSyncer.Core.Town;

/// <summary>What this machine knows of the last start of an agent.</summary>
/// <param name="Generation">The spawn that it was.</param>
/// <param name="IsStarting">The process that starts and watches it runs, and has not started it yet.</param>
/// <param name="IsAlive">Its own process runs: that id with that start time.</param>
/// <param name="Seen">The last sign of life: an event, a word to the ledger, a line of output.</param>
public sealed record RunFacts(string Generation, bool IsStarting, bool IsAlive, DateTimeOffset Seen, int? ExitCode);
