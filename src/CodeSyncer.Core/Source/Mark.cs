namespace CodeSyncer.Core.Source;

/// <summary>Where a mark must stand to count.</summary>
internal enum Place
{
    Anywhere,

    /// <summary>At the start of a line, or behind a blank or an operator that ends a word: the comments of a shell.</summary>
    WordStart,

    /// <summary>At the start of a line or behind a blank.</summary>
    BehindBlank,

    /// <summary>The first thing on its line.</summary>
    LineStart,

    /// <summary>In the first column.</summary>
    Column,

    /// <summary>Right behind a word: the prefix of an interpolated string.</summary>
    BehindWord,

    /// <summary>Not behind what can be the end of an operand, where the same character is an operator.</summary>
    NotBehindOperand,

    /// <summary>In no run of operator characters with others than its own: <c>--</c> of Haskell.</summary>
    OwnOperator,
}

/// <summary>A sequence of characters that opens something in code.</summary>
internal abstract class Mark
{
    public required string Open { get; init; }

    public Place Place { get; init; }

    public bool IgnoreCase { get; init; }
}

/// <summary>A comment up to the end of its line.</summary>
internal sealed class LineComment : Mark
{
    /// <summary>Whether a backslash at the end of the line carries it on.</summary>
    public bool Continues { get; init; }
}

/// <summary>A comment up to its closing mark.</summary>
internal sealed class BlockComment : Mark
{
    public required string Close { get; init; }

    public bool Nested { get; init; }

    /// <summary>Whether strings inside it hide its marks.</summary>
    public bool Strings { get; init; }

    public CommentForm Form { get; init; } = CommentForm.Block;
}

/// <summary>Characters that are code, though a mark begins with or follows them: <c>\%</c> of LaTeX, <c>(*)</c> of F#.</summary>
internal sealed class PlainMark : Mark
{
    /// <summary>How many characters behind it are plain as well.</summary>
    public int Takes { get; init; }
}
