using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <content>Comments of lines and of blocks.</content>
internal partial class RowLexer
{
    /// <summary>Takes a comment of the line that begins here, and whose text begins behind the mark and its repetitions.</summary>
    protected virtual void TakeLine(LineComment mark)
    {
        var end = LineEnd(At);
        while (mark.Continues && end < End && Text[end - 1] == '\\')
            end = LineEnd(SkipBreak(end));
        if (mark.Indented)
            end = IndentedEnd(end);

        var content = At + mark.Open.Length;
        if (!IsBlank(mark.Open[^1]))
            content = Math.Min(SkipRun(content, mark.Open[^1]), end);
        Add(At, end, content, end, mark.Indented ? CommentForm.Block : CommentForm.Line);
        At = end;
    }

    /// <summary>The end of the last line in a row that is deeper than the line of this place.</summary>
    private int IndentedEnd(int end)
    {
        var indent = IndentOf(At);
        for (var line = SkipBreak(end); line < End; line = NextLine(line))
        {
            var first = SkipBlanks(line);
            if (IsBreak(CharAt(first)))
                continue;
            if (first - line <= indent)
                break;
            end = LineEnd(first);
        }

        return end;
    }

    private int IndentOf(int at)
    {
        var start = at;
        while (!IsBreak(CharAt(start - 1)))
            start--;
        return SkipBlanks(start) - start;
    }

    private bool TakeBlock(BlockComment mark)
    {
        if (mark.MustClose && !IsClosed(mark))
            return false;

        var start = At;
        var content = start + mark.Open.Length;
        if (!MoveToClose(mark, content, mark.Nested && !_flat) && mark is { Nested: true, MustClose: true })
        {
            // A dialect in which comments do not nest: from here on they are read so, once for all.
            _flat = true;
            MoveToClose(mark, content, nested: false);
        }

        var behind = Math.Min(At + mark.Close.Length, End);
        Add(start, behind, content, At, mark.Form);
        At = behind;
        return true;
    }

    /// <summary>Moves to the closing mark; to the end, where there is none.</summary>
    private bool MoveToClose(BlockComment mark, int content, bool nested)
    {
        At = content;
        for (var depth = 1; At < End;)
        {
            if (IsMarkAt(mark.Close, mark) && Closes(mark) && --depth == 0)
                return true;
            if (nested && IsMarkAt(mark.Open, mark) && StandsAt(At, mark.Place, mark.Open))
                depth++;
            At = SkipInBlock(mark);
        }

        return false;
    }

    private bool IsMarkAt(string text, BlockComment mark) =>
        mark.IgnoreCase ? IsAt(At, text, StringComparison.OrdinalIgnoreCase) : IsAt(At, text);

    /// <summary>Where one search for a closing mark failed, all behind it would: no second one is made.</summary>
    private bool IsClosed(BlockComment mark)
    {
        if (!_neverClosed.Contains(mark) && Find(At + mark.Open.Length, mark.Close) < End)
            return true;
        _neverClosed.Add(mark);
        return false;
    }

    private bool Closes(BlockComment mark) => mark.Place is not (Place.Column or Place.OwnLine) || StandsAt(At, mark.Place, mark.Close);

    private int SkipInBlock(BlockComment mark)
    {
        var c = Text[At];
        if (mark.Strings && c == '"')
            return EndOfString(At + 1);
        if (mark.Strings && c == '\'' && IsAt(At, "'\"'"))
            return At + 3;
        if (c == mark.Escape && c != 0)
            return Math.Min(At + 2, End);
        if (IsMarkAt(mark.Close, mark))
            return At + mark.Close.Length;
        return mark.Nested && IsMarkAt(mark.Open, mark) ? At + mark.Open.Length : At + 1;
    }
}
