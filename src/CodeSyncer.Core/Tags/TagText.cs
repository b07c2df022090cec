using System.Text;

namespace CodeSyncer.Core.Tags;

/// <summary>
/// Gathers what a tag says: the rest of its line and its continuation lines, without decoration. Lines join with one space,
/// a list bullet keeps its own line.
/// </summary>
internal sealed class TagText(CommentRun run, Enclosures enclosures)
{
    private const string Bullets = "-*+•‣◦▪·–—";
    private readonly StringBuilder _body = new();

    /// <summary>Index within the run of the last line that gave text to the tag last read.</summary>
    public int LastLine { get; private set; }

    /// <summary>Everything behind the kind.</summary>
    /// <param name="mark">Where the tag begins.</param>
    /// <param name="lineIndex">Index within the run of the tag's line.</param>
    /// <param name="nextLine">Index of the line on which the next tag begins, or the count of lines.</param>
    /// <param name="nextAt">Offset of the next tag, or the end of the run.</param>
    public string Read(TagMark mark, int lineIndex, int nextLine, int nextAt)
    {
        _body.Clear();
        LastLine = lineIndex;
        var own = new Dictionary<string, int>(0);
        CommentLine line = run.Lines[lineIndex];
        var decoration = Decoration.Of(run, lineIndex);
        int limit = nextLine == lineIndex ? nextAt : line.End;
        int end = Bracketed(mark, limit);
        int cut = enclosures.ClosingEnd(mark.KindEnd, end, own);
        bool closed = cut < limit;
        end = decoration.TextEnd(line, mark.KindEnd, cut);
        if (nextLine == lineIndex && !closed) end = TrimSeparators(mark.KindEnd, end);
        _body.Append(run.Text, mark.KindEnd, end - mark.KindEnd);
        if (closed || nextLine == lineIndex) return _body.ToString();

        int column = -1;
        int bullet = BulletBefore(mark, line, decoration);
        for (int i = lineIndex + 1; i < run.Lines.Count; i++)
        {
            CommentLine next = run.Lines[i];
            limit = nextLine == i ? nextAt : next.End;
            int start = Math.Min(decoration.TextStart(next), limit);
            end = decoration.TextEnd(next, start, limit);
            ReadOnlySpan<char> said = run.Text.AsSpan(start, end - start);
            if (said.IsEmpty || Decoration.IsRuler(said) || DocKeyword.Begins(said, run.IsDoc)) break;
            bool isBullet = IsBullet(said);
            if (isBullet && bullet >= 0 && run.ColumnOf(next.Number, start) <= bullet) break;
            if (!run.IsBlock)
            {
                if (column < 0) column = run.ColumnOf(line.Number, mark.At);
                if (line.Marker != next.Marker || (!isBullet && run.ColumnOf(next.Number, start) <= column)) break;
            }

            cut = enclosures.ClosingEnd(start, end, own);
            closed = cut < end;
            if (closed) end = Decoration.TrimEnd(run.Text, start, cut);
            else if (nextLine == i) end = TrimSeparators(start, end);
            if (end > start)
            {
                _body.Append(isBullet ? '\n' : ' ').Append(run.Text, start, end - start);
                LastLine = i;
            }

            if (closed || nextLine == i) break;
        }

        return _body.ToString();
    }

    /// <summary>A line that begins as an item of a list does: a sign or a number, then a blank.</summary>
    public static bool IsBullet(ReadOnlySpan<char> line)
    {
        if (line.Length < 2) return false;
        if (Bullets.Contains(line[0])) return line[1] is ' ' or '\t';
        int digits = 0;
        while (digits < line.Length && digits < 4 && char.IsAsciiDigit(line[digits])) digits++;
        return digits is > 0 and < 4 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] is ' ' or '\t';
    }

    /// <summary>A tag set in brackets, <c>(@codesyncer-todo: ...)</c>, ends with them.</summary>
    private int Bracketed(TagMark mark, int end)
    {
        char before = mark.At > run.Start ? run.Text[mark.At - 1] : '\0';
        (char open, char close) = before switch { '(' => ('(', ')'), '[' => ('[', ']'), '{' => ('{', '}'), '<' => ('<', '>'), _ => ('\0', '\0') };
        if (open == '\0') return end;
        int depth = 0;
        for (int i = mark.KindEnd; i < end; i++)
        {
            if (run.Text[i] == open) depth++;
            else if (run.Text[i] == close && depth-- == 0) return i;
        }

        return end;
    }

    /// <summary>The column of the bullet that the tag itself stands behind, or -1: the next item of that list is not its text.</summary>
    private int BulletBefore(TagMark mark, CommentLine line, Decoration decoration)
    {
        int start = decoration.TextStart(line);
        if (start >= mark.At || !IsBullet(run.Text.AsSpan(start, mark.At - start))) return -1;
        return run.ColumnOf(line.Number, start);
    }

    private int TrimSeparators(int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(run.Text[end - 1]) || run.Text[end - 1] is ',' or ';' or '|' or '/' or '&' or '+')) end--;
        return end;
    }
}
