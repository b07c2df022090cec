using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Records;

/// <summary>
/// What encloses what in a source file, told by indentation: the same for every language, and right wherever people indent. Lines are 1-based.
/// </summary>
internal sealed partial class CodeOutline(string[] lines)
{
    private const int TabWidth = 4;

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
            if (own < 0 || own >= indent || !Heads(i))
                continue;
            indent = own;
            var head = IsBrace(i) ? HeadOf(i) : i;
            var headEnd = Math.Max(i, EndOfBrackets(head));
            if (headEnd + 1 < lines.Length && IsBrace(headEnd + 1) && IndentOf(headEnd + 1) == own)
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
            if (IndentOf(i) < 0 || IsComment(i))
            {
                i++;
                continue;
            }

            if (!Annotation().IsMatch(lines[i]))
                return i + 1;
            var end = EndOfBrackets(i);
            // "[Fact] public void Works()" is both.
            if (BehindAnnotations(string.Join(' ', lines[i..(end + 1)])).Trim().Length > 0)
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
                return IndentOf(i) > IndentOf(line - 1) || IsBrace(i);
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
            if (IndentOf(i) >= 0 && !IsComment(i))
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
        if (line >= lines.Length || Docstring().Match(lines[line]) is not { Success: true } match)
            return null;
        var quotes = match.Groups[1].Value;
        if (lines[line].IndexOf(quotes, match.Index + match.Length, StringComparison.Ordinal) >= 0)
            return line;
        var end = line + 1;
        while (end < lines.Length - 1 && !lines[end].Contains(quotes, StringComparison.Ordinal))
            end++;
        return end;
    }

    /// <summary>Comments, annotations, labels of visibility, directives of a preprocessor and closing brackets head nothing.</summary>
    private bool Heads(int line) =>
        IsBrace(line) || (lines[line].Any(char.IsLetterOrDigit) && !IsComment(line) && !Label().IsMatch(lines[line]) && !(Annotation().IsMatch(lines[line]) && BehindAnnotations(lines[line]).Trim().Length == 0));

    private bool IsBrace(int line) => lines[line].AsSpan().Trim() is "{";

    private bool IsComment(int line)
    {
        var text = lines[line].AsSpan().TrimStart();
        return text.StartsWith("//") || text.StartsWith("/*") || text.StartsWith("*") || text.StartsWith("--") || text.StartsWith("<!--")
            || (text.StartsWith("#") && !text.StartsWith("#[") && Directive().IsMatch(text));
    }

    /// <summary>The brace on its own line belongs to the line of code above it.</summary>
    private int HeadOf(int brace)
    {
        var indent = IndentOf(brace);
        for (var i = brace - 1; i >= 0; i--)
        {
            if (IndentOf(i) == indent)
                return IsComment(i) ? brace : i;
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

    /// <summary>What is left of some lines behind their annotations.</summary>
    private static string BehindAnnotations(string text)
    {
        var rest = text;
        while (Annotation().Match(rest) is { Success: true } match)
        {
            var at = match.Index + match.Length;
            var open = rest[at - 1] is '[' or '(' ? 1 : 0;
            for (; open > 0 && at < rest.Length; at++)
                open += rest[at] is '(' or '[' ? 1 : rest[at] is ')' or ']' ? -1 : 0;
            rest = rest[at..].TrimStart(':');
        }

        return rest.TrimStart().StartsWith("//", StringComparison.Ordinal) || rest.TrimStart().StartsWith('#') ? "" : rest;
    }

    private int IndentOf(int line)
    {
        var indent = 0;
        foreach (var c in lines[line])
        {
            if (c == ' ')
                indent++;
            else if (c == '\t')
                indent += TabWidth;
            else
                return c == '\r' ? -1 : indent;
        }

        return -1;
    }

    /// <summary><c>[Attribute(</c>, <c>#[attribute]</c>, <c>@Decorator(</c>.</summary>
    [GeneratedRegex(@"^\s*(?:#?\[|@[\w.]+(?:\(|(?=\s|$)))")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^\s*(?:public|private|protected|signals)(?:\s+slots)?\s*:\s*$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^#(?:\s|!|#|$|(?:if|ifdef|ifndef|elif|else|endif|region|endregion|define|include|import|pragma|undef|error|warning|line|nullable)\b)")]
    private static partial Regex Directive();

    [GeneratedRegex("^\\s*[rRuUbBfF]?(\"\"\"|''')")]
    private static partial Regex Docstring();
}
