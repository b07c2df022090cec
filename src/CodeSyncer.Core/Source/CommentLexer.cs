using CodeSyncer.Core.Source.Lexers;

namespace CodeSyncer.Core.Source;

/// <summary>Finds the comments of a text.</summary>
public static class CommentLexer
{
    /// <summary>
    /// The comments in the order of their places, not overlapping. Any text is read: what is never closed ends with the
    /// text. Time and memory are linear in the length of the text, and no input nests deep enough to exhaust the stack.
    /// </summary>
    public static List<Comment> Lex(string text, Language language)
    {
        var comments = new List<Comment>();
        LexerCatalog.Create(language, new Piece(text, 0, text.Length, language.Syntax, comments)).Lex();
        return comments;
    }
}
