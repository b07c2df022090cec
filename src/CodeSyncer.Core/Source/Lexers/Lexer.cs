namespace CodeSyncer.Core.Source.Lexers;

/// <summary>Chooses the lexer of a language.</summary>
internal static class Lexer
{
    public static RowLexer For(Language language, in Piece piece) => language.Lexer switch
    {
        "" => new RowLexer(piece),
        "rust" => new RustLexer(piece),
        var other => throw new FormatException($"languages.json: no lexer '{other}'"),
    };
}
