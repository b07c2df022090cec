using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// What a row cannot say of C#: raw strings, whose quotes and dollar signs are counted (C# language reference, "Raw string
/// literals"), and the text of directives, which is no code ("Preprocessing directives").
/// </summary>
internal class CSharpLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "\"$#{}()";

    /// <summary>Quotes that begin a raw string.</summary>
    private const int FewestQuotes = 3;

    /// <summary>More dollar signs than anyone writes; the bound keeps time linear.</summary>
    private const int MostDollars = 16;

    private static readonly string[] TextDirectives = ["region", "endregion", "error", "warning", "!"];

    protected override bool Take(char first) => first switch
    {
        '"' => TakeRaw(At, 0),
        '$' => TakeInterpolated(),
        '#' => TakeDirective(),
        _ => false,
    };

    private bool TakeInterpolated()
    {
        var quote = At;
        while (CharAt(quote) == '$' && quote - At < MostDollars)
            quote++;
        return TakeRaw(quote, quote - At);
    }

    private bool TakeRaw(int quote, int dollars)
    {
        var text = SkipRun(quote, '"');
        if (text - quote < FewestQuotes)
            return false;

        Begin(new()
        {
            Open = "\"\"\"",
            Close = new string('"', text - quote),
            Lines = CharAt(SkipBlanks(text)) is '\n' or '\r' or '\0',
            Runs = true,
            Holes = dollars == 0 ? [] : [Braces(dollars)],
        }, text);
        return true;
    }

    private static Hole Braces(int count) =>
        new() { Open = new('{', count), Close = new('}', count), Format = ':', OpensAtRunEnd = true };

    private bool TakeDirective()
    {
        if (!IsFirstOfLine(At))
            return false;

        var word = SkipBlanks(At + 1);
        foreach (var directive in TextDirectives)
        {
            if (IsAt(word, directive) && !IsWord(CharAt(word + directive.Length)))
            {
                At = LineEnd(word);
                return true;
            }
        }

        return false;
    }
}
