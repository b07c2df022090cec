namespace CodeSyncer.Platform.Records;

/// <summary>Something found.</summary>
/// <param name="Around">The line around the first word that was found elsewhere than in the title; where the title holds all, that.</param>
/// <param name="IsInTitle">The title holds all that was asked for.</param>
/// <param name="Score">Larger is better; only the order means something.</param>
public sealed record SearchHit(SearchItem Item, string Around, bool IsInTitle, double Score);
