namespace CodeSyncer.Core.Records;

/// <summary>
/// What encloses what in a source file, told by indentation: the same for every language, and right wherever people indent. Lines are 1-based.
/// </summary>
internal sealed class CodeOutline(string[] lines)
{
    /// <summary>
    /// The blocks around a line, innermost first. A block begins at the nearest line above that is indented less, and ends before the next one
    /// below that is indented no more than that.
    /// </summary>
    public List<CodeBlock> Around(int asked)
    {
        var blocks = new List<CodeBlock>();
        var at = asked - 1;
        var indent = IndentOf(at);
        // On an empty line the next line with text says how deep it is.
        for (var next = at; indent < 0 && next < lines.Length; next++)
            indent = IndentOf(next);
        for (var i = at - 1; i >= 0 && indent > 0; i--)
        {
            var own = IndentOf(i);
            if (own < 0 || own >= indent || !CodeLine.Heads(lines[i]))
                continue;
            indent = own;
            var head = CodeLine.IsBrace(lines[i]) ? HeadOf(i) : i;
            var headEnd = Math.Max(i, EndOfBrackets(head));
            if (headEnd + 1 < lines.Length && CodeLine.IsBrace(lines[headEnd + 1]) && IndentOf(headEnd + 1) == own)
                headEnd++;
            var end = headEnd + 1;
            while (end < lines.Length && (IndentOf(end) < 0 || IndentOf(end) > own))
                end++;
            blocks.Add(new CodeBlock(head + 1, headEnd + 1, end + 1));
            i = head;
        }

        return blocks;
    }

    /// <summary>What a comment above annotations (attributes, decorators) is about: the line that they stand on. 0: the comment stands on nothing.</summary>
    public int DeclaredAt(int anchor)
    {
        var i = anchor - 1;
        while (i >= 0 && i < lines.Length)
        {
            if (IndentOf(i) < 0 || CodeLine.IsComment(lines[i]))
            {
                i++;
                continue;
            }

            if (!CodeLine.IsAnnotation(lines[i]))
                return i + 1;
            var end = EndOfBrackets(i);
            // "[Fact] public void Works()" is both.
            if (CodeLine.BehindAnnotations(string.Join(' ', lines[i..(end + 1)])).Trim().Length > 0)
                return end + 1;
            i = end + 1;
        }

        return anchor;
    }

    /// <summary>Whether a line heads a block: the next one is indented more, or is its brace.</summary>
    public bool IsHead(int line)
    {
        var end = EndOfBrackets(line - 1);
        for (var i = end + 1; i < lines.Length; i++)
        {
            if (IndentOf(i) >= 0)
                return IndentOf(i) > IndentOf(line - 1) || CodeLine.IsBrace(lines[i]);
        }

        return false;
    }

    /// <summary>Whether a comment is the first thing in a block, and about the block and not about the code that follows.</summary>
    /// <param name="from">First line of the tag.</param>
    /// <param name="to">Last line of the tag.</param>
    /// <param name="anchor">The line of the code behind it; 0: none.</param>
    public bool Opens(CodeBlock block, int from, int to, int anchor)
    {
        if (from <= block.HeadEnd || from >= block.To)
            return false;
        var first = block.HeadEnd;
        while (first < from - 1 && IndentOf(first) < 0)
            first++;
        if (DocumentationEnd(first) is { } end && from - 1 <= end)
            return true;
        for (var i = block.HeadEnd; i < from - 1; i++)
        {
            if (IndentOf(i) >= 0 && !CodeLine.IsComment(lines[i]))
                return false;
        }

        if (anchor == from)
            return false;
        if (anchor == 0 || anchor >= block.To || Enumerable.Range(to, anchor - 1 - to).Any(i => IndentOf(i) < 0))
            return true;
        var declared = DeclaredAt(anchor);
        return declared == anchor && !IsHead(declared) && !lines[declared - 1].AsSpan().TrimEnd().EndsWith(",")
            && BlockHead.HoldsStatements(string.Join(' ', lines[(block.From - 1)..block.HeadEnd]).Trim());
    }

    /// <summary>The line that ends the docstring that begins on a line; null: none begins there.</summary>
    private int? DocumentationEnd(int line)
    {
        if (line >= lines.Length || CodeLine.Docstring(lines[line]) is not (var quotes, var from))
            return null;
        if (lines[line].IndexOf(quotes, from, StringComparison.Ordinal) >= 0)
            return line;
        var end = line + 1;
        while (end < lines.Length - 1 && !lines[end].Contains(quotes, StringComparison.Ordinal))
            end++;
        return end;
    }

    /// <summary>The brace on its own line belongs to the line of code above it.</summary>
    private int HeadOf(int brace)
    {
        var indent = IndentOf(brace);
        for (var i = brace - 1; i >= 0; i--)
        {
            if (IndentOf(i) == indent)
                return CodeLine.IsComment(lines[i]) ? brace : i;
            if (IndentOf(i) >= 0 && IndentOf(i) < indent)
                break;
        }

        return brace;
    }

    /// <summary>The line on which the round and square brackets that a line opens are closed; that line itself where none are.</summary>
    private int EndOfBrackets(int line)
    {
        const int farthest = 60;
        var open = 0;
        for (var i = line; i < lines.Length && i < line + farthest; i++)
        {
            open += lines[i].Count(c => c is '(' or '[') - lines[i].Count(c => c is ')' or ']');
            if (open <= 0)
                return i;
        }

        return line;
    }

    private int IndentOf(int line) => CodeLine.IndentOf(lines[line]);
}
