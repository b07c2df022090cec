using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tags;

/// <summary>Finds the code that comments stand on; a line of signs only (a brace) says nothing and is passed over.</summary>
internal sealed class Anchors(string text, LineTable table, List<Comment> comments)
{
    /// <summary>A longer line of code is cut to this many UTF-16 units.</summary>
    public const int LongestAnchor = 120;

    private string? _next;
    private int _nextFrom = -1;
    private int _nextTo = -1;
    private int _line = -1;
    private int _firstOnLine;
    private string? _lineAnchor;

    /// <summary>
    /// The code before the comment on its own line, if it is on the tag's line too; else the next code after the run of comments.
    /// Asked for in the order of places.
    /// </summary>
    public string? For(CommentRun run, int tagLine)
    {
        Comment comment = comments[run.FirstComment];
        if (table.LineOf(comment.Start) == tagLine && Before(run.FirstComment, tagLine) is { } before) return before;
        return Behind(run.LastComment);
    }

    private string? Before(int index, int tagLine)
    {
        if (tagLine != _line)
        {
            _line = tagLine;
            _firstOnLine = index;
            while (_firstOnLine > 0 && comments[_firstOnLine - 1].End > table.StartOf(_line)) _firstOnLine--;
            int start = Math.Max(table.StartOf(_line), _firstOnLine > 0 ? comments[_firstOnLine - 1].End : 0);
            _lineAnchor = Cut(start, Math.Max(start, comments[_firstOnLine].Start));
        }

        if (_lineAnchor is not null || index == _firstOnLine) return _lineAnchor;
        int gap = Math.Max(comments[index - 1].End, table.StartOf(_line));
        return Cut(gap, Math.Max(gap, comments[index].Start));
    }

    /// <summary>The first code behind a comment. What was found holds for all comments that were passed over, so that each gap is read once.</summary>
    private string? Behind(int index)
    {
        if (index >= _nextFrom && index <= _nextTo) return _next;
        _nextFrom = index;
        for (_nextTo = index; _nextTo < comments.Count; _nextTo++)
        {
            int end = _nextTo + 1 < comments.Count ? comments[_nextTo + 1].Start : text.Length;
            _next = FirstCode(comments[_nextTo].End, end);
            if (_next is not null) return _next;
        }

        return null;
    }

    private string? FirstCode(int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (!TagMark.IsWord(text[at])) continue;
            int number = table.LineOf(at);
            return Cut(Math.Max(start, table.StartOf(number)), Math.Min(end, table.EndOf(number)));
        }

        return null;
    }

    private string? Cut(int start, int end)
    {
        ReadOnlySpan<char> code = text.AsSpan(start, end - start).Trim();
        if (code.Length > LongestAnchor) code = code[..(char.IsHighSurrogate(code[LongestAnchor - 1]) ? LongestAnchor - 1 : LongestAnchor)].TrimEnd();
        foreach (char c in code)
        {
            if (TagMark.IsWord(c)) return code.ToString();
        }

        return null;
    }
}
