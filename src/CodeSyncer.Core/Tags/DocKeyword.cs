namespace CodeSyncer.Core.Tags;

/// <summary>
/// The words that begin a part of a documentation comment, and so end the text before it: <c>@param</c> and its siblings in other dialects.
/// </summary>
internal static class DocKeyword
{
    /// <summary>Headings of docstrings in the style of Google, which stand alone on their line.</summary>
    private static readonly string[] Headings =
        ["Args:", "Arguments:", "Parameters:", "Attributes:", "Returns:", "Yields:", "Raises:", "Example:", "Examples:", "Note:", "Notes:", "Usage:"];

    public static bool Begins(ReadOnlySpan<char> line, bool isDoc)
    {
        if (line.Length < 2) return false;
        return line[0] switch
        {
            '@' => char.IsLetter(line[1]),
            '\\' => IsDoxygen(line),
            ':' => isDoc && IsField(line),
            '.' => IsHelp(line),
            _ => isDoc && Headings.AsSpan().Contains(line.ToString()),
        };
    }

    /// <summary><c>\param x</c>, <c>\return</c>: two letters at least, so that an escape is not taken for one.</summary>
    private static bool IsDoxygen(ReadOnlySpan<char> line) => line.Length > 2 && char.IsAsciiLetterLower(line[1]) && char.IsAsciiLetterLower(line[2]);

    /// <summary><c>:param x: ...</c> of reStructuredText.</summary>
    private static bool IsField(ReadOnlySpan<char> line) => char.IsAsciiLetterLower(line[1]) && line[1..].IndexOf(':') > 0;

    /// <summary><c>.EXAMPLE</c> of PowerShell's comment based help.</summary>
    private static bool IsHelp(ReadOnlySpan<char> line)
    {
        int end = 1;
        while (end < line.Length && char.IsAsciiLetterUpper(line[end])) end++;
        return end > 4 && (end == line.Length || line[end] == ' ');
    }
}
