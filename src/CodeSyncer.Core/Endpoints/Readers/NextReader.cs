using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>
/// Routes of Next.js, whose paths are those of the files: <c>app/**/route.ts</c> exports a function a method, <c>pages/api/**</c> one
/// for all (Next.js documentation, "Route Handlers" and "API Routes").
/// </summary>
internal static class NextReader
{
    public const string Name = "Next.js";

    /// <summary>The path that a file serves; null: it is no route.</summary>
    public static string? PathOf(string file)
    {
        var dot = file.LastIndexOf('.');
        if (dot < 0 || file[(dot + 1)..] is not ("ts" or "js" or "tsx" or "jsx" or "mjs"))
            return null;
        var parts = file[..dot].Split('/').ToList();
        if (parts.LastIndexOf("app") is >= 0 and var app && parts[^1] == "route" && (app == 0 || parts[app - 1] == "src" || app <= parts.Count - 2))
            return Template(parts.Skip(app + 1).SkipLast(1));
        if (parts.LastIndexOf("pages") is >= 0 and var pages && parts.Count > pages + 1 && parts[pages + 1] == "api")
            return Template(parts[^1] == "index" ? parts.Skip(pages + 1).SkipLast(1) : parts.Skip(pages + 1));
        return null;
    }

    public static void Read(Code code, string path, FactList facts)
    {
        var isPage = code.Path.Contains("pages/api/", StringComparison.Ordinal);
        for (var i = 0; i < code.Count; i++)
        {
            if (!code[i].IsWord("export"))
                continue;
            if (isPage && code[i + 1].IsWord("default"))
            {
                foreach (var method in MethodsOf(code))
                    facts.Routes.Add(new RouteFact(Name, method, path, "", code.LineOf(i)));
                return;
            }

            if (isPage)
                continue;
            var at = i + 1;
            while (code[at].Text is "async" or "function" or "const" or "let" or "var")
                at++;
            if (code[at].Is("{") && code.PairOf(at) is > 0 and var close)
            {
                for (var name = at + 1; name < close; name++)
                {
                    if (IsMethod(code[name]) && !code[name + 1].IsWord("as"))
                        facts.Routes.Add(new RouteFact(Name, code[name].Text, path, "", code.LineOf(name)));
                }
            }
            else if (IsMethod(code[at]))
            {
                facts.Routes.Add(new RouteFact(Name, code[at].Text, path, "", code.LineOf(i)));
            }
        }
    }

    private static bool IsMethod(Token token) => token.Kind == TokenKind.Word && Http.MethodIn(token.Text) == token.Text;

    /// <summary>The methods that a handler asks for; <c>ANY</c> where it does not ask.</summary>
    private static List<string> MethodsOf(Code code)
    {
        var methods = new List<string>();
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].Kind == TokenKind.Text && Http.MethodIn(code[i].Text) == code[i].Text && (code[i - 1].IsWord("case") || (code[i - 1].Text is "==" or "=" && Enumerable.Range(i - 5, 5).Any(at => code[at].IsWord("method")))))
                methods.Add(code[i].Text);
        }

        return methods.Count == 0 ? ["ANY"] : [.. methods.Distinct()];
    }

    private static string Template(IEnumerable<string> parts)
    {
        var segments = parts.Where(part => !(part.StartsWith('(') && part.EndsWith(')')) && !part.StartsWith('@')).Select(part => part switch
        {
            _ when part.StartsWith("[[...", StringComparison.Ordinal) => "{" + part[5..].TrimEnd(']') + "*}",
            _ when part.StartsWith("[...", StringComparison.Ordinal) => "{" + part[4..].TrimEnd(']') + "*}",
            _ when part.StartsWith('[') => "{" + part.Trim('[', ']') + "}",
            _ => part,
        });
        return "/" + string.Join('/', segments);
    }
}
