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
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var key = line.TrimStart(" \t");
            if (key.Length < line.Length && key.StartsWith('"'))
                return new TextStyle(newLine, line[..^key.Length].ToString());
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

    /// <summary>
    /// Puts an element behind the last one of an object or array, and behind the comments on that one's line, laid out like
    /// that one; alone, without white space. A comma stands behind it only where one stood behind the last one.
    /// </summary>
    public static string Insert(string text, JsoncNode container, string element)
    {
        if (container.Places is not [.., var (start, end)])
            return text.Insert(container.Start + 1, element);
        var before = Before(text, start);
        var comma = JsoncGap.Comma(text.AsSpan(end, container.End - 1 - end));
        return comma < 0
            ? text.Insert(AfterComments(text, end, before), before + element).Insert(end, ",")
            : text.Insert(AfterComments(text, end + comma + 1, before), before + element + ",");
    }

    /// <summary>
    /// Cuts an element out, with a comma and the white space before it: the last one that was put goes as if it had never
    /// been there. A comment beside it is somebody's, and stays.
    /// </summary>
    public static string Cut(string text, JsoncNode container, int place)
    {
        var places = container.Places;
        var (start, end) = places[place];
        var previous = place > 0 ? places[place - 1].End : container.Start + 1;
        var next = place + 1 < places.Count ? places[place + 1].Start : container.End - 1;
        var after = text.AsSpan(end, next - end);
        var comma = JsoncGap.Comma(after);
        if (comma >= 0 && place == 0 && places.Count > 1 && after[..comma].IsWhiteSpace() && after[(comma + 1)..].IsWhiteSpace())
            return text.Remove(start, next - start);
        var rest = text[end..];
        if (comma >= 0)
            rest = rest.Remove(comma, 1);
        var gap = text[previous..start];
        if (comma < 0 && place > 0)
            gap = gap.Remove(JsoncGap.Comma(gap), 1);
        return text[..previous] + WithoutIndent(gap, rest) + rest;
    }

    /// <summary>
    /// The gap without the white space that stands before an element: its line end and indentation, or blanks. A line end
    /// that closes a comment stays where something else would come into that.
    /// </summary>
    private static string WithoutIndent(string gap, string rest)
    {
        var trimmed = gap.TrimEnd(' ', '\t');
        if (!trimmed.EndsWith('\n'))
            return trimmed;
        trimmed = trimmed[..^(trimmed.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : 1)];
        return JsoncGap.IsInLineComment(trimmed) && rest.TrimStart(' ', '\t') is not ['\r' or '\n', ..] ? gap : trimmed;
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

    /// <summary>Behind the comments that stand in the line; not behind one that would swallow what is put there.</summary>
    private static int AfterComments(string text, int at, string before)
    {
        var behind = at;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            var comment = JsoncGap.CommentLength(text.AsSpan(at));
            if (comment == 0)
                return behind;
            if (text[at + 1] == '/')
                return before[0] == ' ' ? behind : at + comment;
            if (text.AsSpan(at, comment).Contains('\n'))
                return behind;
            behind = at += comment;
        }
    }
}
