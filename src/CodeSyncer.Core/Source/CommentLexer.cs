using CodeSyncer.Core.Source.Lexers;

namespace CodeSyncer.Core.Source;

/// <summary>Finds the comments of a text.</summary>
public static class CommentLexer
{
    /// <summary>
    /// The comments in the order of their places, not overlapping. Any text is read: what is never closed ends with the
    /// text. Time and memory are linear in the length of the text, and no input nests deep enough to exhaust the stack.
    /// </summary>
    /// <param name="wanted">
    /// Of the comments that begin behind this place only those are sure to be found that no line of code divides from it.
    /// </param>
    public static List<Comment> Lex(string text, Language language, int wanted = int.MaxValue)
    {
        var comments = new List<Comment>();
        LexerCatalog.Create(language, new Piece(text, 0, text.Length, language.Syntax, comments, Wanted: wanted)).Lex();
        return comments;
    }

    /// <summary>The comments and the strings of all of a text, each in the order of their places; an outer string stands before those in its holes.</summary>
    internal static (List<Comment> Comments, List<StringLiteral> Strings) LexWithStrings(string text, Language language)
    {
        var comments = new List<Comment>();
        var strings = new List<StringLiteral>();
        LexerCatalog.Create(language, new Piece(text, 0, text.Length, language.Syntax, comments, Strings: strings)).Lex();
        return (comments, strings);
    }
}
