namespace CodeSyncer.Core.Source.Marks;

/// <summary>A sequence of characters that opens something in code.</summary>
internal abstract class Mark
{
    public required string Open { get; init; }

    public Place Place { get; init; }

    public bool IgnoreCase { get; init; }
}
