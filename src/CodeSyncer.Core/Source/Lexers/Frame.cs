using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>What the lexer is inside of.</summary>
internal enum FrameKind
{
    /// <summary>The text of a string.</summary>
    Text,

    /// <summary>The code of a hole.</summary>
    Hole,

    /// <summary>The format behind the code of a hole.</summary>
    Format,

    /// <summary>A tag of markup, behind its name.</summary>
    Tag,
}

/// <param name="Kind">What it is.</param>
/// <param name="Form">The string that it belongs to; null: none.</param>
/// <param name="Hole">The hole.</param>
/// <param name="Depth">How many brackets are open inside.</param>
/// <param name="Literal">The string itself, where strings are wanted.</param>
internal readonly record struct Frame(FrameKind Kind, StringForm? Form, Hole? Hole, int Depth, StringLiteral? Literal = null);
