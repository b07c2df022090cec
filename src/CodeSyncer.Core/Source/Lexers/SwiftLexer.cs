using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Strings of Swift with number signs around them, <c>#"..."#</c>, in which escapes and expressions need as many
/// (The Swift Programming Language, "String Literals"), and regular expressions <c>#/.../#</c>.
/// </summary>
internal sealed class SwiftLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "#()";

    /// <summary>More number signs than anyone writes; the bound keeps the search for their ends linear.</summary>
    private const int MostSigns = 16;

    protected override bool Take(char first)
    {
        if (first != '#')
            return false;

        var quote = SkipRun(At, '#');
        var signs = new string('#', Math.Min(quote - At, MostSigns));
        if (quote - At > MostSigns || CharAt(quote) is not ('"' or '/'))
            return TakePlain(quote);

        var mark = CharAt(quote) == '/' ? "/" : IsAt(quote, "\"\"\"") ? "\"\"\"" : "\"";
        Begin(new()
        {
            Open = signs + mark,
            Close = mark + signs,
            Lines = mark != "\"",
            Holes = mark == "/" ? [] : [new() { Open = $"\\{signs}(", Close = ")" }],
        }, quote + mark.Length);
        return true;
    }

    private bool TakePlain(int end)
    {
        if (end == At + 1)
            return false;

        At = end;
        return true;
    }
}
