using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Records;

/// <summary>What a line of code is, as far as its own characters tell.</summary>
internal static partial class CodeLine
{
    private const int TabWidth = 4;

    /// <summary>In blanks; -1: the line is empty.</summary>
    public static int IndentOf(string line)
    {
        var indent = 0;
        foreach (var c in line)
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

    public static bool IsBrace(string line) => line.AsSpan().Trim() is "{";

    public static bool IsComment(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith("//") || text.StartsWith("/*") || text.StartsWith("*") || text.StartsWith("--") || text.StartsWith("<!--")
            || (text.StartsWith("#") && !text.StartsWith("#[") && Directive().IsMatch(text));
    }

    /// <summary>Whether it begins with an attribute, a decorator or an annotation.</summary>
    public static bool IsAnnotation(string line) => Annotation().IsMatch(line);

    /// <summary>Comments, annotations, labels of visibility, directives of a preprocessor and closing brackets head nothing.</summary>
    public static bool Heads(string line) =>
        IsBrace(line) || (line.Any(char.IsLetterOrDigit) && !IsComment(line) && !Label().IsMatch(line) && !(IsAnnotation(line) && BehindAnnotations(line).Trim().Length == 0));

    /// <summary>What is left of some lines behind their annotations.</summary>
    public static string BehindAnnotations(string text)
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

    /// <summary>The quotes of a docstring that begins on a line, and where its text does; null: none.</summary>
    public static (string Quotes, int From)? Docstring(string line) =>
        DocstringStart().Match(line) is { Success: true } match ? (match.Groups[1].Value, match.Index + match.Length) : null;

    /// <summary><c>[Attribute(</c>, <c>#[attribute]</c>, <c>@Decorator(</c>.</summary>
    [GeneratedRegex(@"^\s*(?:#?\[|@[\w.]+(?:\(|(?=\s|$)))")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^\s*(?:public|private|protected|signals)(?:\s+slots)?\s*:\s*$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^#(?:\s|!|#|$|(?:if|ifdef|ifndef|elif|else|endif|region|endregion|define|include|import|pragma|undef|error|warning|line|nullable)\b)")]
    private static partial Regex Directive();

    [GeneratedRegex("^\\s*[rRuUbBfF]?(\"\"\"|''')")]
    private static partial Regex DocstringStart();
}
