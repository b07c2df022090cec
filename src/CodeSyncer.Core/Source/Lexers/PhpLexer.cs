using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// The code between <c>&lt;?php</c> and <c>?&gt;</c>. Line comments end at <c>?&gt;</c> too; here-documents and nowdocs end at
/// a line that begins with their word, indented or not (PHP manual, "Strings").
/// </summary>
internal sealed class PhpLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "<?{}";

    protected override bool Take(char first) => first == '<' && IsAt(At, "<<<") && TakeHereDocument();

    protected override void TakeLine(LineComment mark)
    {
        var close = At;
        while (close < End && !IsBreak(Text[close]) && !IsAt(close, "?>"))
            close++;

        var end = End;
        End = close;
        base.TakeLine(mark);
        End = end;
    }

    private bool TakeHereDocument()
    {
        var word = SkipBlanks(At + 3);
        if (CharAt(word) is '"' or '\'')
            word++;
        var wordEnd = SkipWord(word);
        if (wordEnd == word || char.IsDigit(Text[word]))
            return false;

        var terminator = Text[word..wordEnd];
        var line = NextLine(wordEnd);
        while (line < End && !(IsAt(SkipBlanks(line), terminator) && !IsWord(CharAt(SkipBlanks(line) + terminator.Length))))
            line = NextLine(line);
        At = Math.Min(SkipBlanks(line) + terminator.Length, End);
        return true;
    }
}
