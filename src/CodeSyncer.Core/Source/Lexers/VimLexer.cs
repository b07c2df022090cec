namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// A quote of Vim script begins a string where another one closes it on its line, and a comment otherwise, or where it is
/// the first thing on its line (Vim manual, ":comment").
/// </summary>
internal sealed class VimLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "\"";

    protected override bool Take(char first)
    {
        if (first != '"')
            return false;

        var close = IsFirstOfLine(At) ? LineEnd(At) : StringEnd(At + 1);
        if (CharAt(close) == '"')
        {
            At = close + 1;
            return true;
        }

        Add(At, close, At + 1, close, CommentForm.Line);
        At = close;
        return true;
    }

    private int StringEnd(int at)
    {
        while (at < End && Text[at] != '"' && !IsBreak(Text[at]))
            at += Text[at] == '\\' && !IsBreak(CharAt(at + 1)) ? 2 : 1;
        return Math.Min(at, End);
    }
}
