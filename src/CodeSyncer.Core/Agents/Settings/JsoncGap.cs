namespace CodeSyncer.Core.Agents.Settings;

/// <summary>What stands between two elements: white space, comments, and one comma at most.</summary>
internal static class JsoncGap
{
    /// <summary>Characters of the comment that the text begins with, without the line end behind it; 0: it begins with none.</summary>
    public static int CommentLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("//"))
            return text.IndexOfAny('\r', '\n') is >= 0 and var line ? line : text.Length;
        if (!text.StartsWith("/*"))
            return 0;
        return text[2..].IndexOf("*/") is >= 0 and var close ? close + 4 : text.Length;
    }

    /// <summary>Place of the comma that stands in no comment; -1: none.</summary>
    public static int Comma(ReadOnlySpan<char> gap)
    {
        for (var i = 0; i < gap.Length; i += Math.Max(1, CommentLength(gap[i..])))
        {
            if (gap[i] == ',')
                return i;
        }

        return -1;
    }

    /// <summary>Whether what follows the gap would stand in a line comment.</summary>
    public static bool IsInLineComment(ReadOnlySpan<char> gap)
    {
        for (var i = 0; i < gap.Length;)
        {
            var comment = CommentLength(gap[i..]);
            if (comment > 0 && gap[i + 1] == '/' && i + comment == gap.Length)
                return true;
            i += Math.Max(1, comment);
        }

        return false;
    }
}
