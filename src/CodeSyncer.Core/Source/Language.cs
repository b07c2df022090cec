using CodeSyncer.Core.Source.Lexers;
using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source;

/// <summary>One language: a row of languages.json.</summary>
public sealed class Language
{
    private readonly Lazy<Syntax> _syntax;

    /// <param name="name">As it is shown.</param>
    /// <param name="lexer">The name of its lexer.</param>
    /// <param name="marks">The JSON object that its row calls <c>syntax</c>.</param>
    internal Language(string name, string lexer, ReadOnlyMemory<byte> marks)
    {
        Name = name;
        Lexer = lexer;
        _syntax = new(() => SyntaxReader.Read(marks, LexerCatalog.TriggersOf(lexer), LanguageCatalog.Named));
    }

    /// <summary>As it is shown: <c>C#</c>, <c>TypeScript</c>.</summary>
    public string Name { get; }

    /// <summary>Name of the lexer that reads it.</summary>
    internal string Lexer { get; }

    /// <summary>Its marks, read from its row when the first file is lexed.</summary>
    internal Syntax Syntax => _syntax.Value;

    public override string ToString() => Name;
}
