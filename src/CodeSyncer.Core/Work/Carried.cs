namespace CodeSyncer.Core.Work;

/// <summary>What a branch switch took along: edits that were made on another branch.</summary>
/// <param name="From">The branch, or the commit, that was left.</param>
/// <param name="Paths">Paths that differed from the commit that was entered, sorted; at most <see cref="WorkState.MostPaths"/>.</param>
public sealed record Carried(string From, IReadOnlyList<string> Paths);
