namespace CodeSyncer.Core.Source.Lexers;

/// <summary>The lexers that rows of languages.json name.</summary>
internal static class LexerCatalog
{
    private static readonly Dictionary<string, Entry> Entries = new()
    {
        ["row"] = new("", piece => new RowLexer(piece)),
        ["c"] = new(CLexer.Own, piece => new CLexer(piece)),
        ["csharp"] = new(CSharpLexer.Own, piece => new CSharpLexer(piece)),
        ["elixir"] = new(ElixirLexer.Own, piece => new ElixirLexer(piece)),
        ["hcl"] = new(HclLexer.Own, piece => new HclLexer(piece)),
        ["javascript"] = new(JavaScriptLexer.Own, piece => new JavaScriptLexer(piece)),
        ["jsx"] = new(JsxLexer.Own, piece => new JsxLexer(piece)),
        ["long_bracket"] = new(LongBracketLexer.Own, piece => new LongBracketLexer(piece)),
        ["makefile"] = new(MakefileLexer.Own, piece => new MakefileLexer(piece)),
        ["markdown"] = new("", piece => new MarkdownLexer(piece)),
        ["markup"] = new(MarkupLexer.Own, piece => new MarkupLexer(piece)),
        ["ocaml"] = new(OcamlLexer.Own, piece => new OcamlLexer(piece)),
        ["perl"] = new(PerlLexer.Own, piece => new PerlLexer(piece)),
        ["php"] = new(PhpLexer.Own, piece => new PhpLexer(piece)),
        ["python"] = new(PythonLexer.Own, piece => new PythonLexer(piece)),
        ["razor"] = new(RazorLexer.Own, piece => new RazorLexer(piece)),
        ["razor_code"] = new(RazorCodeLexer.Own, piece => new RazorCodeLexer(piece)),
        ["regex"] = new(RegexLexer.Own, piece => new RegexLexer(piece)),
        ["ruby"] = new(RubyLexer.Own, piece => new RubyLexer(piece)),
        ["rust"] = new(RustLexer.Own, piece => new RustLexer(piece)),
        ["shell"] = new(ShellLexer.Own, piece => new ShellLexer(piece)),
        ["sql"] = new(SqlLexer.Own, piece => new SqlLexer(piece)),
        ["swift"] = new(SwiftLexer.Own, piece => new SwiftLexer(piece)),
        ["vim"] = new(VimLexer.Own, piece => new VimLexer(piece)),
        ["yaml"] = new("", piece => new YamlLexer(piece)),
    };

    private sealed record Entry(string Triggers, Func<Piece, Cursor> Create);

    public static Cursor Create(Language language, Piece piece) => Entries[language.Lexer].Create(piece);

    /// <summary>The characters at which a lexer looks besides those of the row's marks.</summary>
    public static string TriggersOf(string lexer) => Entries[lexer].Triggers;
}
