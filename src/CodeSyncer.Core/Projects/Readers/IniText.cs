namespace CodeSyncer.Core.Projects.Readers;

/// <summary>INI as Python's configparser reads it: an indented line goes on with the value before it.</summary>
internal static class IniText
{
    /// <summary>The lines of each value under <c>section.key</c>.</summary>
    public static Dictionary<string, List<string>> Parse(string text)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var section = "";
        List<string>? current = null;
        foreach (var line in text.Split('\n'))
        {
            var content = line.Trim();
            if (content.Length == 0 || content[0] is '#' or ';')
                continue;
            if (char.IsWhiteSpace(line[0]))
            {
                current?.Add(content);
                continue;
            }

            var split = content.IndexOfAny(['=', ':']);
            if (content[0] == '[' && content[^1] == ']')
            {
                section = content[1..^1];
                current = null;
            }
            else if (split > 0)
            {
                current = values[$"{section}.{content[..split].TrimEnd()}"] = [];
                if (content[(split + 1)..].Trim() is { Length: > 0 } value)
                    current.Add(value);
            }
        }

        return values;
    }
}
