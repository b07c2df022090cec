using System.Text;

namespace CodeSyncer.Core.Endpoints;

/// <summary>
/// A path with places for values, in one form whatever the framework writes: <c>/users/{id}/files/{path*}</c>, <c>/top/{length?}</c>. Templates
/// are compared by their segments; the names of their parameters do not matter.
/// </summary>
public sealed class RouteTemplate
{
    private static readonly char[] ColonEnds = ['(', '?', '.', '-', '{', ':', '*', '+', '~', '<', '@', ','];

    private RouteTemplate(string text, string[] segments)
    {
        Text = text;
        Segments = segments;
    }

    /// <summary>Begins with a slash, and ends with none unless it is the root.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Segments { get; }

    public int LiteralCount => Segments.Count(segment => !IsParameter(segment));

    /// <summary>Reads the form of any framework: <c>:id</c>, <c>{id:int?}</c>, <c>&lt;int:id&gt;</c>, <c>*path</c>, <c>{*path}</c>, <c>(.:format)</c>.</summary>
    public static RouteTemplate Parse(string path)
    {
        path = path.Trim();
        if (QueryAt(path) is >= 0 and var query)
            path = path[..query];
        var segments = Split(path).Select(Segment).Where(segment => segment.Length > 0).ToArray();
        // In the middle a star stands for one segment.
        for (var i = 0; i < segments.Length - 1; i++)
        {
            if (IsRest(segments[i]))
                segments[i] = segments[i].Replace("*", "", StringComparison.Ordinal);
        }

        return new RouteTemplate("/" + string.Join('/', segments), segments);
    }

    public override string ToString() => Text;

    public static bool IsParameter(string segment) => segment.Contains('{');

    public static bool IsRest(string segment) => segment.EndsWith("*}", StringComparison.Ordinal);

    /// <summary>Whether a call with this path, whole, is answered by this template.</summary>
    public bool Answers(RouteTemplate call) => Answers(call, 0);

    /// <summary>How many segments of the call's beginning must be dropped for this template to answer it; -1: it never does.</summary>
    public int AnswersBehind(RouteTemplate call)
    {
        if (LiteralCount == 0)
            return -1;
        for (var from = 0; from < call.Segments.Count; from++)
        {
            if (Answers(call, from))
                return from;
        }

        return -1;
    }

    /// <summary>Whether the call is the end of this template: its base address holds the rest.</summary>
    public bool EndsWith(RouteTemplate call)
    {
        if (call.LiteralCount == 0 || call.Segments.Count >= Segments.Count)
            return false;
        var skipped = Segments.Count - call.Segments.Count;
        var words = 0;
        for (var i = 0; i < call.Segments.Count; i++)
        {
            if (!Same(Segments[skipped + i], call.Segments[i]))
                return false;
            words += IsParameter(Segments[skipped + i]) ? 0 : 1;
        }

        // "/user" is no value of "/users/{id}" behind a base address "/users".
        if (words == 0)
            return false;

        // What the base address holds is fixed: a parameter in it would be no base.
        return !Segments.Take(skipped).Any(IsParameter);
    }

    private bool Answers(RouteTemplate call, int from)
    {
        for (var i = 0; i < Segments.Count; i++)
        {
            if (IsRest(Segments[i]))
                return LiteralCount > 0;
            if (from + i == call.Segments.Count && i >= Required())
                return true;
            if (from + i >= call.Segments.Count || !Same(Segments[i], call.Segments[from + i]))
                return false;
        }

        return from + Segments.Count == call.Segments.Count;
    }

    /// <summary>So many segments a call must have: what is optional at the end may be left out.</summary>
    private int Required()
    {
        var count = Segments.Count;
        // The word in front goes with its value: (/page/:page).
        while (count > 0 && (IsOptional(Segments[count - 1]) || (count < Segments.Count && Segments[count] == $"{{{Segments[count - 1]}?}}")))
            count--;
        return count;
    }

    private static bool IsOptional(string segment) => segment.EndsWith("?}", StringComparison.Ordinal);

    /// <summary>A value may stand for a parameter; a parameter never for a fixed word.</summary>
    private static bool Same(string offered, string called)
    {
        if (IsParameter(offered))
            return offered[0] == '{' && offered[^1] == '}' || IsParameter(called) || Fits(offered, called);
        return !IsParameter(called) && string.Equals(offered, called, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>file-{id}.json</c> takes <c>file-7.json</c>.</summary>
    private static bool Fits(string offered, string called) =>
        called.StartsWith(offered[..offered.IndexOf('{')], StringComparison.OrdinalIgnoreCase) && called.EndsWith(offered[(offered.LastIndexOf('}') + 1)..], StringComparison.OrdinalIgnoreCase);

    private static int QueryAt(string path)
    {
        var depth = 0;
        for (var i = 0; i < path.Length; i++)
        {
            depth += path[i] is '{' or '(' or '<' ? 1 : path[i] is '}' or ')' or '>' ? -1 : 0;
            // An optional parameter of a colon (:id?) is none of a query.
            if (depth <= 0 && path[i] == '#' || depth <= 0 && path[i] == '?' && i + 1 < path.Length && path[i + 1] is not '/' && path[i + 1] is not '.')
                return i;
        }

        return -1;
    }

    private static IEnumerable<string> Split(string path)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is '{' or '<' or '(')
                depth++;
            else if (path[i] is '}' or '>' or ')')
                depth--;
            else if (path[i] == '/' && depth <= 0)
            {
                yield return path[start..i];
                (start, depth) = (i + 1, 0);
            }
        }

        yield return path[start..];
    }

    private static string Segment(string text)
    {
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                case '<':
                    var close = CloseOf(text, i);
                    if (close <= i)
                        break;
                    value.Append(Parameter(text[(i + 1)..close], text[i] == '<'));
                    i = close;
                    break;
                case ':' when i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] == '_') && (i == 0 || text[i - 1] is '-' or '.' or '~' or '@' or '_' or ','):
                    var end = i + 1;
                    while (end < text.Length && Array.IndexOf(ColonEnds, text[end]) < 0)
                        end++;
                    var name = text[(i + 1)..end];
                    if (end < text.Length && text[end] == '(')
                        end = CloseOf(text, end) + 1;
                    value.Append('{').Append(name).Append(end == text.Length - 1 && text[end] == '?' ? "?}" : "}");
                    i = end < text.Length && text[end] is '?' or '*' or '+' ? end : end - 1;
                    break;
                case '*' when i == 0:
                    return $"{{{text[1..].Trim('*')}*}}";
                case '(':
                    // (.:format) and other optional parts.
                    i = CloseOf(text, i);
                    break;
                // A slash between brackets that were never closed is none of the path.
                case '?' or '^' or '$' or '/':
                    break;
                default:
                    value.Append(text[i]);
                    break;
            }
        }

        return value.ToString();
    }

    private static int CloseOf(string text, int open)
    {
        var (own, other) = text[open] switch { '{' => ('{', '}'), '<' => ('<', '>'), _ => ('(', ')') };
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == own ? 1 : text[i] == other ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return text.Length - 1;
    }

    private static string Parameter(string inside, bool isAngle)
    {
        if (inside is "$")
            return "";
        var isRest = inside.StartsWith('*') || inside.EndsWith("...", StringComparison.Ordinal) || inside.EndsWith('*') || inside.StartsWith("path:", StringComparison.Ordinal) || inside.EndsWith(":path", StringComparison.Ordinal);
        var name = inside.Trim('*').TrimEnd('.');
        var isOptional = !isAngle && !isRest && name.EndsWith('?');
        name = name.TrimEnd('?');
        if (isAngle)
            name = name[(name.LastIndexOf(':') + 1)..];
        else if (name.AsSpan().IndexOfAny(':', '=', '?') is >= 0 and var cut && !name.StartsWith('='))
            name = name[..cut];
        return $"{{{name.TrimStart('=')}{(isRest ? "*" : isOptional ? "?" : "")}}}";
    }
}
