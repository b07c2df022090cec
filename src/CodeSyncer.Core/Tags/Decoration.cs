using System.Buffers;

namespace CodeSyncer.Core.Tags;

/// <summary>
/// What belongs to the drawing of a comment and not to its text: the star before each line of a block, the third slash of a
/// documentation comment, a frame around the comment.
/// </summary>
internal readonly struct Decoration
{
    private static readonly SearchValues<char> RulerSigns = SearchValues.Create("=-_*#~+/\\─━═");

    private readonly CommentRun _run;

    /// <summary>The character that begins the line of the tag within a block (or none), as in <c> * text</c>.</summary>
    private readonly char _lead;

    private Decoration(CommentRun run, char lead)
    {
        _run = run;
        _lead = lead;
    }

    /// <summary>The decoration in force for a tag on that line of a run.</summary>
    public static Decoration Of(CommentRun run, int line)
    {
        if (!run.IsBlock) return new Decoration(run, '\0');
        string text = run.Text;
        CommentLine own = run.Lines[line];
        int at = SkipBlanks(text, own.Start, own.End);
        bool stars = run.Opener.Contains('*');
        if (line == 0)
        {
            // On the comment's first line there is nothing to see yet: a star below the opening marker is drawing, a deeper one a bullet.
            if (!stars || run.Lines.Count < 2) return new Decoration(run, '\0');
            CommentLine next = run.Lines[1];
            int star = SkipBlanks(text, next.Start, next.End);
            bool below = star < next.End && text[star] == '*'
                && run.ColumnOf(next.Number, star) <= run.ColumnOf(own.Number, own.Start - run.Opener.Length) + 2;
            return new Decoration(run, below ? '*' : '\0');
        }

        if (at == own.End) return new Decoration(run, '\0');
        char first = text[at];
        bool leads = first switch
        {
            '*' => stars,
            '#' or '|' or ';' or '%' => at + 1 == own.End || text[at + 1] is ' ' or '\t' or '@' || text[at + 1] == first,
            '/' or '-' => at + 1 < own.End && text[at + 1] == first,
            _ => false,
        };
        return new Decoration(run, leads ? first : '\0');
    }

    /// <summary>Where the text of a line begins; the line's end where it has none.</summary>
    public int TextStart(CommentLine line)
    {
        string text = _run.Text;
        int at = line.Start;
        if (!_run.IsBlock)
        {
            at = SkipMarker(text, at, line.End, _run.Opener.Length == 0 ? '\0' : _run.Opener[^1]);
            return SkipBlanks(text, at, line.End);
        }

        at = SkipBlanks(text, at, line.End);
        if (_lead == '\0' || at == line.End || text[at] != _lead) return at;
        int runEnd = at;
        while (runEnd < line.End && text[runEnd] == _lead) runEnd++;
        bool closed = runEnd == line.End || char.IsWhiteSpace(text[runEnd]);
        if (_lead is '/' or '-') return closed && runEnd - at > 1 ? SkipBlanks(text, runEnd, line.End) : at;
        // "**bold**" is text, "** text" and "*text" are drawing.
        return closed || runEnd - at == 1 ? SkipBlanks(text, runEnd, line.End) : at;
    }

    /// <summary>Where the text of a line ends: blanks, the right side of a frame and a doubled closing star are cut off.</summary>
    public int TextEnd(CommentLine line, int start, int end)
    {
        string text = _run.Text;
        bool lastOfBlock = _run.IsBlock && end == _run.Lines[^1].End && line == _run.Lines[^1];
        if (lastOfBlock && _run.Opener.Contains('*'))
        {
            while (end > start && text[end - 1] == '*') end--;
        }

        end = TrimEnd(text, start, end);
        int token = end;
        while (token > start && !char.IsWhiteSpace(text[token - 1]) && end - token < 4) token--;
        if (token == end || (token > start && !char.IsWhiteSpace(text[token - 1]))) return end;
        return IsFrame(line, text.AsSpan(token, end - token)) ? TrimEnd(text, start, token) : end;
    }

    /// <summary>A line of at least three signs and nothing else, as under a heading.</summary>
    public static bool IsRuler(ReadOnlySpan<char> line) => line.Length >= 3 && line.IndexOfAnyExcept(RulerSigns) < 0;

    public static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    /// <summary>The rest of a marker that is longer than the language's own: <c>///</c>, <c>##</c>, <c>//!</c>, <c>///&lt;</c>, <c>#'</c>, <c>#:</c>.</summary>
    private static int SkipMarker(string text, int at, int end, char last)
    {
        int from = at;
        while (at < end && text[at] == last) at++;
        if (at < end && text[at] is '!' or '<' or '|' or '^' or '\'' or ':') at++;
        return at == end || char.IsWhiteSpace(text[at]) ? at : from;
    }

    private bool IsFrame(CommentLine line, ReadOnlySpan<char> token)
    {
        char sign = token[0];
        if (token.IndexOfAnyExcept(sign) >= 0) return false;
        if (_run.IsBlock) return sign == '*' && _lead == '*' && token.Length == 1;
        return sign is '#' or '/' or '-' or ';' && _run.Opener.StartsWith(sign) && token.Length >= line.Marker;
    }
}
