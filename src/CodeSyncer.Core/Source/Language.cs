namespace CodeSyncer.Core.Source;

/// <summary>One language: a row of languages.json.</summary>
public sealed class Language
{
    private readonly Lazy<Syntax> _syntax;

    internal Language(string name, string lexer, Func<Language, Syntax> syntax)
    {
        Name = name;
        Lexer = lexer;
        _syntax = new(() => syntax(this));
    }

    /// <summary>As it is shown: <c>C#</c>, <c>TypeScript</c>.</summary>
    public string Name { get; }

    /// <summary>Name of the lexer that reads it; empty: its row says all.</summary>
    internal string Lexer { get; }

    /// <summary>Its marks, read from its row when the first file is lexed.</summary>
    internal Syntax Syntax => _syntax.Value;

    public override string ToString() => Name;
}
