using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Razor: markup in which an at sign begins C# (ASP.NET Core, "Razor syntax reference"). Blocks and expressions in brackets
/// are read as code; the short expressions, which hold no comments, as text.
/// </summary>
internal sealed class RazorLexer(in Piece piece) : MarkupLexer(piece)
{
    public new const string Own = "<@";

    private static readonly Hole Braces = new() { Open = "{", Close = "}" };
    private static readonly Hole Parentheses = new() { Open = "(", Close = ")" };
    private static readonly string[] Blocks = ["code", "functions"];
    private static readonly string[] Statements = ["if", "for", "foreach", "while", "do", "switch", "lock", "using", "try"];
    private static readonly string[] Continuations = ["else", "if", "catch", "when", "finally", "while"];

    private static Language Code => LanguageCatalog.Named("Razor code");

    protected override bool Take(char first) => first == '@' ? TakeTransition() : base.Take(first);

    private bool TakeTransition()
    {
        var next = At + 1;
        if (IsWord(CharAt(At - 1)) || CharAt(next) == '*')
            return false;

        if (CharAt(next) == '@')
            At += 2;
        else if (!TakeHole(next, '(', Parentheses) && !TakeHole(next, '{', Braces) && !TakeBlock(next) && !TakeStatement(next))
            return false;

        return true;
    }

    private bool TakeBlock(int word) =>
        WordAt(word, Blocks) is { } block && TakeHole(SkipWhite(word + block.Length), '{', Braces);

    private bool TakeStatement(int at)
    {
        if (WordAt(at, Statements) is not { } word)
            return false;

        At = at += word.Length;
        while (true)
        {
            var next = SkipWhite(at);
            if (TakeHole(next, '(', Parentheses) || TakeHole(next, '{', Braces))
                at = At;
            else if (WordAt(next, Continuations) is { } continuation)
                at = At = next + continuation.Length;
            else
                return true;
        }
    }

    private bool TakeHole(int at, char bracket, Hole hole)
    {
        if (CharAt(at) != bracket)
            return false;

        At = at + 1;
        LexHole(Code, hole);
        return true;
    }

    private string? WordAt(int at, string[] words) => Array.Find(words, word => IsAt(at, word) && !IsWord(CharAt(at + word.Length)));
}
