using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>
/// Reads URL configurations of Django: <c>path</c>, <c>re_path</c>, <c>url</c> and <c>include</c> of a list <c>urlpatterns</c>
/// (Django documentation, "URL dispatcher"), and the routers of its REST framework ("Routers").
/// </summary>
internal static class DjangoReader
{
    public const string Name = "Django";

    private static readonly string[] Lists = ["path", "re_path", "url"];

    public static void Read(Code code, FactList facts)
    {
        if (!code.Text.Contains("urlpatterns", StringComparison.Ordinal) && !code.Text.Contains("Router(", StringComparison.Ordinal))
            return;
        var routers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].Kind != TokenKind.Word || !code[i + 1].Is("("))
                continue;
            if (code[i].Text.EndsWith("Router", StringComparison.Ordinal) && code[i + 1].Is("("))
            {
                var start = code[i - 1].Is(".") ? i - 2 : i;
                if (code[start - 1].Is("=") && code[start - 2].Kind == TokenKind.Word)
                    routers.Add(code[start - 2].Text);
            }
            else if (Lists.Contains(code[i].Text) && !code[i - 1].Is(".") && !code[i - 1].IsWord("def"))
            {
                Path(code, i, facts);
            }
            else if (code[i].IsWord("register") && code[i - 1].Is(".") && (routers.Contains(code[i - 2].Text) || code[i - 2].Text.EndsWith("router", StringComparison.Ordinal)))
            {
                Register(code, i, code[i - 2].Text, facts);
            }
        }
    }

    private static void Path(Code code, int i, FactList facts)
    {
        var arguments = code.Arguments(i + 1);
        if (arguments.Count < 2)
            return;
        var text = Expression.Read(code, arguments[0].From, arguments[0].To);
        var path = text is null ? null : code[i].IsWord("path") ? text : FromPattern(text);
        var (from, to) = arguments[1];
        if (code[from].IsWord("include") && code[from + 1].Is("("))
        {
            var inner = code.Arguments(from + 1);
            if (inner.Count == 0)
                return;
            var (first, last) = inner[0];
            if (code[first].Is("("))
                (first, last) = code.Arguments(first) is [var pair, ..] ? pair : (first, last);
            var target = code[first].Is("[") ? $"urlpatterns>{first}"
                : code[first].Kind == TokenKind.Text ? "module:" + code[first].Text
                : code[last - 1].IsWord("urls") && last - first > 2 && code[last - 2].Is(".") ? string.Concat(Enumerable.Range(first, last - first - 2).Select(at => code[at].Text))
                : string.Concat(Enumerable.Range(first, last - first).Select(at => code[at].Text));
            facts.Mounts.Add(new MountFact(ListOf(code, i), path, target));
            return;
        }

        // admin.site.urls and the like: what is below is not of this project.
        if (code[to - 1].IsWord("urls"))
            return;
        facts.Routes.Add(new RouteFact(Name, "ANY", path, ListOf(code, i), code.LineOf(i)));
    }

    /// <summary>The list that a call stands in: <c>urlpatterns</c>, or one that is included by its name.</summary>
    private static string ListOf(Code code, int i)
    {
        for (var open = i - 1; open > 0; open--)
        {
            if (code.PairOf(open) is >= 0 and var other && other < open)
                open = other;
            // include([path(...), ...])
            else if (code[open].Is("[") && code[open - 1].Is("(") && code[open - 2].IsWord("include"))
                return $"urlpatterns>{open}";
            else if (code[open].Is("[") && code[open - 1].Text is "=" or "+" && code[open - 1].Kind == TokenKind.Sign)
                return code[open - 1].Is("=") && code[open - 2].Kind == TokenKind.Word ? code[open - 2].Text : "urlpatterns";
        }

        return "urlpatterns";
    }

    /// <summary>Which of these a view set has, its class says; the router offers all of them.</summary>
    private static void Register(Code code, int i, string router, FactList facts)
    {
        var arguments = code.Arguments(i + 1);
        if (arguments.Count == 0 || Expression.Read(code, arguments[0].From, arguments[0].To) is not { } prefix)
            return;
        var line = code.LineOf(i);
        var view = arguments.Count > 1 ? code[arguments[1].To - 1].Text : null;
        prefix = prefix.Trim('/');
        foreach (var (method, tail) in ((string, string)[])[("GET", "/"), ("POST", "/"), ("GET", "/{pk}/"), ("PUT", "/{pk}/"), ("PATCH", "/{pk}/"), ("DELETE", "/{pk}/")])
            facts.Routes.Add(new RouteFact("Django REST framework", method, prefix + tail, router, line, null, view));
    }

    /// <summary>A regular expression as a template: named groups become parameters, anchors go.</summary>
    private static string FromPattern(string pattern)
    {
        var text = pattern.TrimStart('^').TrimEnd('$');
        var value = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '(')
            {
                if (text[i] is '\\' && i + 1 < text.Length && !char.IsLetterOrDigit(text[i + 1]))
                    i++;
                if (text[i] is not ('?' or '^' or '$'))
                    value.Append(text[i]);
                continue;
            }

            var (depth, start) = (0, i);
            for (; i < text.Length; i++)
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                if (depth == 0)
                    break;
            }

            var group = text[start..Math.Min(i, text.Length)];
            var name = group.IndexOf('<') is > 0 and var open && group.IndexOf('>', open) is > 0 and var close ? group[(open + 1)..close] : "";
            value.Append('{').Append(name).Append('}');
        }

        return value.ToString();
    }
}
