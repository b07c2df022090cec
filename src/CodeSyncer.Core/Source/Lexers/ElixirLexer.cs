using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Sigils of Elixir: <c>~s(...)</c>, <c>~r/.../</c>, <c>~S"""</c>; those of small letters hold expressions. <c>~H</c> is a
/// template with comments of its own (Elixir, "Syntax reference").
/// </summary>
internal sealed class ElixirLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "~{}";

    private const string Openings = "/|\"'([{<";
    private const string Closings = "/|\"')]}>";

    private static readonly Hole Braces = new() { Open = "#{", Close = "}" };

    protected override bool Take(char first)
    {
        if (first != '~' || !char.IsAsciiLetter(CharAt(At + 1)))
            return false;

        var name = At + 1;
        var opening = name;
        while (char.IsAsciiLetter(CharAt(opening)))
            opening++;
        var kind = Openings.IndexOf(CharAt(opening));
        if (kind < 0)
            return false;

        var quote = CharAt(opening);
        var close = quote is '"' or '\'' && IsAt(opening, new string(quote, 3)) ? new string(quote, 3) : Closings[kind].ToString();
        if (IsAt(name, "H") && opening == name + 1)
            TakeTemplate(opening + close.Length, close);
        else
            Begin(FormOf(name, close), opening + close.Length);
        return true;
    }

    private StringForm FormOf(int name, string close) => new()
    {
        Open = "~",
        Close = close,
        Escape = '\\',
        Lines = true,
        Holes = char.IsAsciiLetterLower(CharAt(name)) ? [Braces] : [],
    };

    private void TakeTemplate(int content, string close)
    {
        var end = Find(content, close);
        LexAll(LanguageCatalog.Named("HEEx"), content, end);
        At = Math.Min(end + close.Length, End);
    }
}
