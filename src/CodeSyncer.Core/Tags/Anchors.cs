using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tags;

/// <summary>Finds the code that comments stand on; a line of signs only (a brace) says nothing and is passed over.</summary>
internal sealed class Anchors(string text, LineTable table, IReadOnlyList<Comment> comments)
{
    /// <summary>A longer line of code is cut to this many UTF-16 units.</summary>
    public const int LongestAnchor = 120;

    private string?[]? behind;
    private int line = -1;
    private int firstOnLine;
    private string? lineAnchor;

    /// <summary>
    /// The code before the comment on its own line, if it is on the tag's line too; else the next code after the run of comments.
    /// Asked for in the order of places.
    /// </summary>
    public string? For(CommentRun run, int tagLine)
    {
        Comment comment = comments[run.FirstComment];
        if (table.LineOf(comment.Start) == tagLine && Before(run.FirstComment, tagLine) is { } before) return before;
        behind ??= ReadBehind();
        return behind[run.LastComment];
    }

    private string? Before(int index, int tagLine)
    {
        if (tagLine != line)
        {
            line = tagLine;
            firstOnLine = index;
            while (firstOnLine > 0 && comments[firstOnLine - 1].End > table.StartOf(line)) firstOnLine--;
            int start = Math.Max(table.StartOf(line), firstOnLine > 0 ? comments[firstOnLine - 1].End : 0);
            lineAnchor = Cut(start, Math.Max(start, comments[firstOnLine].Start));
        }

        if (lineAnchor is not null || index == firstOnLine) return lineAnchor;
        int gap = Math.Max(comments[index - 1].End, table.StartOf(line));
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
