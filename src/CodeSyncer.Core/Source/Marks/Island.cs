namespace CodeSyncer.Core.Source.Marks;

/// <summary>Code of another language inside this one: <c>&lt;?php ?&gt;</c>, <c>&lt;% %&gt;</c>.</summary>
internal sealed class Island : Mark
{
    /// <summary>The first place of it ends the code, strings or not; null: the code itself says where its hole ends.</summary>
    public string? Close { get; init; }

    public Hole? Hole { get; init; }

    /// <summary>Name of the row of the code.</summary>
    public required string Language { get; init; }
}
