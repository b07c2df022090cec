using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tags;

/// <summary>Finds the code that comments stand on; a line of signs only (a brace) says nothing and is passed over.</summary>
internal sealed class Anchors(string text, LineTable table, IReadOnlyList<Comment> comments)
{
    /// <summary>A longer line of code is cut to this many UTF-16 units.</summary>
    public const int LongestAnchor = 120;

    private string?[]? _behind;
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
        _behind ??= ReadBehind();
        return _behind[run.LastComment];
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

    /// <summary>For each comment the first code after it, from the last comment to the first: each gap is read once.</summary>
    private string?[] ReadBehind()
    {
        var anchors = new string?[comments.Count];
        string? next = null;
        int end = text.Length;
        for (int i = comments.Count - 1; i >= 0; i--)
        {
            next = FirstCode(comments[i].End, end) ?? next;
            anchors[i] = next;
            end = comments[i].Start;
        }

        return anchors;
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
