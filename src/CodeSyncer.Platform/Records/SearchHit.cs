namespace CodeSyncer.Platform.Records;

/// <summary>Something found.</summary>
/// <param name="Around">The line around the first word.</param>
/// <param name="Score">Larger is better; only the order means something.</param>
public sealed record SearchHit(SearchItem Item, string Around, double Score);
