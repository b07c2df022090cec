using System.Text;

namespace CodeSyncer.Core.Agents.Settings;

/// <summary>How a text of JSON is laid out, and how something is put into it in the same way.</summary>
/// <param name="NewLine">Its line ends.</param>
/// <param name="Unit">White space of one level.</param>
internal sealed record TextStyle(string NewLine, string Unit)
{
    public static TextStyle Of(string text)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var line in text.Split('\n'))
        {
            var indent = line[..(line.Length - line.TrimStart(' ', '\t').Length)];
            if (indent.Length > 0 && line.TrimStart(' ', '\t').StartsWith('"'))
                return new TextStyle(newLine, indent);
        }

        return new TextStyle(newLine, "  ");
    }

    /// <summary>A whole document.</summary>
    public string NewDocument(IReadOnlyList<(string Key, string Json)> required, string hooks, IReadOnlyList<SettingsEntry> entries)
    {
        var text = new StringBuilder($"{{{NewLine}");
        foreach (var (key, json) in required)
            text.Append($"{Unit}\"{key}\": {json},{NewLine}");
        return text.Append($"{Unit}{HooksMember(hooks, entries)}{NewLine}}}{NewLine}").ToString();
    }

    /// <summary>The object of all events, one a line.</summary>
    public string HooksMember(string hooks, IReadOnlyList<SettingsEntry> entries)
    {
        var members = entries.GroupBy(entry => entry.Event).Select(group => $"{Unit}{Unit}{Member(group.Key, [.. group.Select(entry => entry.Json)])}");
        return $"\"{hooks}\": {{{NewLine}{string.Join("," + NewLine, members)}{NewLine}{Unit}}}";
    }

    public static string Member(string key, IReadOnlyList<string> items) => $"\"{key}\": [{string.Join(", ", items)}]";

    /// <summary>Puts an element behind the last one of an object or array, laid out like that one; alone, without white space.</summary>
    public static string Insert(string text, JsoncNode container, string element)
    {
        var last = container.Kind == JsoncKind.Object
            ? container.Members is [.., var member] ? (member.Start, member.Value.End) : ((int, int)?)null
            : container.Items is [.., var item] ? (item.Start, item.End) : null;
        if (last is not var (start, end))
            return text.Insert(container.Start + 1, element);
        return text.Insert(end, "," + Before(text, start) + element);
    }

    /// <summary>
    /// Cuts an element out with the comma and the white space that <see cref="Insert"/> gave it. A comment beside it is
    /// somebody's: it stays.
    /// </summary>
    public static string Cut(string text, IReadOnlyList<(int Start, int End)> siblings, int place, JsoncNode container)
    {
        var (start, end) = siblings[place];
        if (place > 0)
        {
            var between = text.AsSpan(siblings[place - 1].End, start - siblings[place - 1].End);
            var comma = siblings[place - 1].End + CommaIn(between);
            var isPlain = between.Length > 0 && between[0] == ',' && between[1..].IsWhiteSpace();
            return isPlain ? text.Remove(comma, end - comma) : text.Remove(start, end - start).Remove(comma, 1);
        }

        if (siblings.Count == 1)
        {
            // A trailing comma belongs to the element.
            var rest = text.AsSpan(end, container.End - 1 - end);
            var trailing = CommaIn(rest);
            return trailing >= 0 ? text.Remove(end + trailing, 1).Remove(start, end - start) : text.Remove(start, end - start);
        }

        var after = text.AsSpan(end, siblings[1].Start - end);
        var next = CommaIn(after);
        return after[(next + 1)..].IsWhiteSpace() && after[..next].IsWhiteSpace()
            ? text.Remove(start, siblings[1].Start - start)
            : text.Remove(end + next, 1).Remove(start, end - start);
    }

    /// <summary>The white space that stands before an element: a line end and its indentation, or a blank.</summary>
    private static string Before(string text, int start)
    {
        var from = start;
        while (from > 0 && text[from - 1] is ' ' or '\t')
            from--;
        if (from == 0 || text[from - 1] != '\n')
            return " ";
        var newLine = from > 1 && text[from - 2] == '\r' ? "\r\n" : "\n";
        return newLine + text[from..start];
    }

    /// <summary>The first comma that stands in no comment; -1: none.</summary>
    private static int CommaIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',')
                return i;
            if (text[i..].StartsWith("//"))
                i = text[i..].IndexOf('\n') is >= 0 and var line ? i + line : text.Length;
            else if (text[i..].StartsWith("/*"))
                i = text[i..].IndexOf("*/") is >= 0 and var close ? i + close + 1 : text.Length;
        }

        return -1;
    }
}
