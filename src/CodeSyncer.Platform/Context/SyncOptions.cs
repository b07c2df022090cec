namespace CodeSyncer.Platform.Context;

/// <summary>What <c>sync</c> is asked for.</summary>
public sealed record SyncOptions
{
    /// <summary>Show this revision in place of the work tree; only together with <see cref="To"/>.</summary>
    public string? Rev { get; init; }

    /// <summary>Write documents for publishing into this folder.</summary>
    public string? To { get; init; }

    /// <summary>Write nothing; tell what is stale.</summary>
    public bool Check { get; init; }
}
