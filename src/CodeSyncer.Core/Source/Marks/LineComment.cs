namespace CodeSyncer.Core.Source.Marks;

/// <summary>A comment up to the end of its line.</summary>
internal sealed class LineComment : Mark
{
    /// <summary>Whether a backslash at the end of the line carries it on.</summary>
    public bool Continues { get; init; }

    /// <summary>Whether the lines behind it that are indented deeper belong to it: the comments of Pug and Haml.</summary>
    public bool Indented { get; init; }
}
