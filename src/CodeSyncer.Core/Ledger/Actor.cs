namespace CodeSyncer.Core.Ledger;

/// <summary>Who acts: the agent's name as given, the work tree it acts from and the session that it is.</summary>
public sealed record Actor(string Name, string WorkTree, string Session);
