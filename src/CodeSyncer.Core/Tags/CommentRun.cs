using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tags;

/// <summary>
/// One line of a comment: the line's number (from 0) and what of it is comment, the opening marker not included.
/// <paramref name="Marker"/> is the length of that marker where each line has its own.
/// </summary>
internal readonly record struct CommentLine(int Number, int Start, int End, int Marker = 0);

/// <summary>
/// What is read as one comment: a block comment or docstring, or a run of line comments on lines that hold nothing else.
/// </summary>
internal sealed class CommentRun
{
    /// <summary>A tab reaches to the next multiple of this when indentations are compared.</summary>
    private const int TabStop = 4;

    private readonly LineTable _table;

    private CommentRun(string text, LineTable table, string opener, bool isBlock, int firstComment, int lastComment, List<CommentLine> lines)
    {
        Lines = lines;
        Text = text;
        Opener = opener;
        IsBlock = isBlock;
        FirstComment = firstComment;
        LastComment = lastComment;
        _table = table;
    }

    public string Text { get; }

    /// <summary>The marker that opens the comment, as written.</summary>
    public string Opener { get; }

    /// <summary>True for block comments and docstrings: their text goes on without being indented.</summary>
    public bool IsBlock { get; }

    /// <summary>True for docstrings.</summary>
    public bool IsDoc { get; private init; }

    public int FirstComment { get; }

    public int LastComment { get; }

    public List<CommentLine> Lines { get; }

    public int Start => Lines[0].Start;

    public int End => Lines[^1].End;

    /// <summary>The run that the comment of that index belongs to.</summary>
    public static CommentRun Read(string text, LineTable table, List<Comment> comments, int index)
    {
        Comment comment = comments[index];
        string opener = text[comment.Start..comment.ContentStart];
        if (comment.Form != CommentForm.Line) return ReadBlock(text, table, comment, index, opener);
        int first = index;
        if (HoldsOnlyComment(text, table, comment))
        {
            while (first > 0 && Follows(text, table, comments[first - 1], comments[first])) first--;
        }

        return ReadLines(text, table, comments, first, opener);
    }

    /// <summary>The column (from 0) at which an offset stands, tabs expanded.</summary>
    public int ColumnOf(int line, int offset)
    {
        int column = 0;
        for (int i = _table.StartOf(line); i < offset; i++)
        {
            column = Text[i] == '\t' ? column / TabStop * TabStop + TabStop : column + 1;
        }

        return column;
    }

    private static CommentRun ReadBlock(string text, LineTable table, Comment comment, int index, string opener)
    {
        var lines = new List<CommentLine>();
        int line = table.LineOf(comment.ContentStart);
        int start = comment.ContentStart;
        while (true)
        {
            int end = Math.Min(table.EndOf(line), comment.ContentEnd);
            lines.Add(new CommentLine(line, start, Math.Max(start, end)));
            if (++line >= table.Count || table.StartOf(line) >= comment.ContentEnd) break;
            start = table.StartOf(line);
        }

        return new CommentRun(text, table, opener, isBlock: true, index, index, lines) { IsDoc = comment.Form == CommentForm.Doc };
    }

    private static CommentRun ReadLines(string text, LineTable table, List<Comment> comments, int first, string opener)
    {
        var lines = new List<CommentLine>();
        int last = first;
        int line = AddLines(text, table, comments[first], table.LineOf(comments[first].Start), lines);
        if (HoldsOnlyComment(text, table, comments[first]))
        {
            for (; last + 1 < comments.Count && Follows(text, table, comments[last], comments[last + 1]); last++)
            {
                line = AddLines(text, table, comments[last + 1], line, lines);
            }
        }

        return new CommentRun(text, table, opener, isBlock: false, first, last, lines);
    }

    /// <summary>Whether both are line comments that have their lines for themselves, with no line between them. One of the two is known to be such.</summary>
    private static bool Follows(string text, LineTable table, Comment one, Comment next) =>
        one.Form == CommentForm.Line && next.Form == CommentForm.Line
        && table.LineOf(next.Start) == table.LineOf(one.End) + 1
        && HoldsOnlyComment(text, table, one) && HoldsOnlyComment(text, table, next);

    /// <summary>Adds the lines of a line comment (more than one behind a backslash); returns the number of the line below it.</summary>
    private static int AddLines(string text, LineTable table, Comment comment, int line, List<CommentLine> lines)
    {
        int start = comment.ContentStart;
        while (true)
        {
            int end = Math.Max(start, Math.Min(comment.ContentEnd, table.EndOf(line)));
            bool goesOn = end < comment.ContentEnd && line + 1 < table.Count;
            lines.Add(new CommentLine(line, start, goesOn && end > start && text[end - 1] == '\\' ? end - 1 : end, comment.ContentStart - comment.Start));
            line++;
            if (!goesOn) return line;
            start = table.StartOf(line);
        }
    }

    private static bool HoldsOnlyComment(string text, LineTable table, Comment comment)
    {
        int start = table.StartOf(table.LineOf(comment.Start));
        int end = table.EndOf(table.LineOf(comment.End));
        return text.AsSpan(start, comment.Start - start).IsWhiteSpace()
            && (comment.End >= end || text.AsSpan(comment.End, end - comment.End).IsWhiteSpace());
    }
}
