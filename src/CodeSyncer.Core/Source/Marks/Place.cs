namespace CodeSyncer.Core.Source.Marks;

/// <summary>Where a mark must stand to count.</summary>
internal enum Place
{
    Anywhere,

    /// <summary>At the start of a word: of a line, behind a blank or behind one of the row's <c>breaks</c> (the comments of a shell).</summary>
    WordStart,

    /// <summary>At the start of a line or behind a blank.</summary>
    BehindBlank,

    /// <summary>The first thing on its line.</summary>
    LineStart,

    /// <summary>In the first column.</summary>
    Column,

    /// <summary>In the seventh column: the indicator area of a COBOL line.</summary>
    Column7,

    /// <summary>Where the file begins.</summary>
    FileStart,

    /// <summary>Inside a tag of markup.</summary>
    InTag,

    /// <summary>Alone on its line.</summary>
    OwnLine,

    /// <summary>Right behind a word: the prefix of an interpolated string.</summary>
    BehindWord,

    /// <summary>Not right behind what can end an operand, where the same character is an operator.</summary>
    NotBehindOperand,

    /// <summary>In no run of operator characters with others than its own: <c>--</c> of Haskell.</summary>
    OwnOperator,
}
