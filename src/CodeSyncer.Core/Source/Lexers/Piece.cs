using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>A part of a text that is of one language, and where its comments go.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Syntax">The marks of its language.</param>
/// <param name="Comments">Receives its comments, in order.</param>
/// <param name="Depth">How many languages it is embedded in.</param>
/// <param name="Wanted">
/// Comments that begin behind this place are not asked for, once a line of code has passed: a lexer may stop there.
/// </param>
/// <param name="Strings">Receives its strings, an outer one before those in its holes; null: nobody wants them.</param>
internal readonly record struct Piece(string Text, int Start, int End, Syntax Syntax, List<Comment> Comments, int Depth = 0, int Wanted = int.MaxValue, List<StringLiteral>? Strings = null)
{
    /// <summary>
    /// Languages embedded deeper are not read: far beyond what anyone writes, and far from the end of a thread's stack.
    /// </summary>
    private const int DeepestEmbedding = 64;

    public bool IsTooDeep => Depth > DeepestEmbedding;
}
