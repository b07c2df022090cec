namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The lines of a go.mod or go.work: a verb and its words, blocks in parentheses unfolded.</summary>
internal static class GoLines
{
    /// <summary>The comment <c>// indirect</c> is kept, as the word <c>indirect</c>; other comments are dropped.</summary>
    public static List<(string Verb, string[] Words)> Parse(string text)
    {
        var lines = new List<(string, string[])>();
        string? block = null;
        foreach (var line in text.Split('\n'))
        {
            var comment = line.IndexOf("//", StringComparison.Ordinal);
            var words = (comment < 0 ? line : line[..comment])
                .Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '`')).ToList();
            if (words.Count == 0)
                continue;
            if (comment >= 0 && line[(comment + 2)..].Trim().StartsWith("indirect", StringComparison.Ordinal))
                words.Add("indirect");
            if (block is not null && words[0] == ")")
                block = null;
            else if (block is not null)
                lines.Add((block, [.. words]));
            else if (words.Count > 1 && words[1] == "(")
                block = words[0];
            else
                lines.Add((words[0], [.. words.Skip(1)]));
        }

        return lines;
    }
}
