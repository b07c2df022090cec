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
}
