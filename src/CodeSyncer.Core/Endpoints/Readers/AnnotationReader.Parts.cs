using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <content>The arguments of an annotation, and the types of a method.</content>
internal sealed partial class AnnotationReader
{
    /// <summary>Address and path of an interface of a client: <c>@FeignClient(name = "accounts", path = "/v1")</c>.</summary>
    private string CallerPath(Annotation annotation)
    {
        if (annotation.Open < 0)
            return "";
        var arguments = _code.Arguments(annotation.Open);
        string Of(params string[] names) => _code.Named(arguments, names) is { } value && _code[value.From].Kind == TokenKind.Text ? _code[value.From].Text.TrimEnd('/') : "";
        var path = Of("path");
        var name = Of("name", "value", "serviceId") is { Length: > 0 } named ? named : arguments.Count > 0 && _code[arguments[0].From].Kind == TokenKind.Text ? _code[arguments[0].From].Text : "";
        var address = Of("url") is { Length: > 0 } url ? url : name;
        if (address.Contains('$') || address.Contains('#'))
            address = "";
        return address.Length == 0 ? path : $"{(address.Contains("://", StringComparison.Ordinal) ? "" : "http://")}{address}{(path.Length == 0 || path[0] == '/' ? path : "/" + path)}";
    }

    private string VersionOf(Annotation annotation)
    {
        foreach (var (from, to) in _code.Arguments(annotation.Open))
        {
            if (_code[from].Is("{") && _code.PairOf(from) == to - 1 && _code.Named(_code.Arguments(from), ["version"]) is { } value && _code[value.From].Kind == TokenKind.Text)
                return "/v" + _code[value.From].Text;
        }

        return "";
    }

    /// <summary>The paths that an annotation names; one empty path where it names none.</summary>
    private List<string?> PathsOf(Annotation annotation)
    {
        if (annotation.Open < 0)
            return [""];
        var arguments = _code.Arguments(annotation.Open);
        var value = _code.Named(arguments, PathNames);
        if (value is null && arguments.Count > 0)
        {
            var (from, to) = arguments[0];
            var isNamed = _code[from].Kind == TokenKind.Word && _code[from + 1].Text is "=" or ":";
            if (_code[from].Is("{") && _code.PairOf(from) == to - 1 && _code.Language.Name is "TypeScript" or "JavaScript")
                value = _code.Named(_code.Arguments(from), ["path"]);
            else if (!isNamed)
                value = (from, to);
        }

        if (value is not { } found)
            return [""];
        if (_code[found.From].Text is "{" or "[" && _code.PairOf(found.From) == found.To - 1)
            return [.. _code.Arguments(found.From).Select(item => Expression.Read(_code, item.From, item.To))];
        if (_code[found.From].IsWord("arrayOf") && _code.PairOf(found.From + 1) is > 0)
            return [.. _code.Arguments(found.From + 1).Select(item => Expression.Read(_code, item.From, item.To))];
        return [Expression.Read(_code, found.From, found.To)];
    }

    private List<string> MethodsOf(Annotation annotation)
    {
        if (annotation.Open < 0)
            return ["ANY"];
        var methods = new List<string>();
        for (var i = annotation.Open; i < _code.PairOf(annotation.Open); i++)
        {
            if (_code[i].Kind == TokenKind.Word && Http.MethodIn(_code[i].Text) is { } word)
                methods.Add(word);
            else if (_code[i].Kind == TokenKind.Text && _code[i].Text.Length < 8 && Http.MethodIn(_code[i].Text) is { } text)
                methods.Add(text);
        }

        return methods.Count > 0 ? [.. methods.Distinct()] : ["ANY"];
    }

    /// <summary>What the method is given as the body, and what it returns, as the source names them.</summary>
    private (string? Request, string? Response) TypesOf(int name, int open, int close)
    {
        string? request = null;
        foreach (var (from, to) in _code.Arguments(open))
        {
            var mark = Enumerable.Range(from, to - from).FirstOrDefault(i => _code[i].Text is "FromBody" or "RequestBody" or "Body", -1);
            if (mark < 0)
                continue;
            var at = mark + 1;
            if (_code[at].Is("(") && _code.PairOf(at) > 0)
                at = _code.PairOf(at) + 1;
            if (_code[at].Is("]"))
                at++;
            // Other annotations of the same parameter.
            while (at < to && (_code[at].Is("@") || (_code[at].Is("[") && _code.PairOf(at) > 0)))
            {
                at = _code[at].Is("[") ? _code.PairOf(at) + 1 : at + 2;
                if (_code[at].Is("(") && _code.PairOf(at) > 0)
                    at = _code.PairOf(at) + 1;
            }

            request = _code.Language.Name is "TypeScript" or "Kotlin" && _code[at + 1].Is(":") ? Text(at + 2, to) : Text(at, to - 1);
        }

        string? response;
        if (_code.Language.Name is "TypeScript" or "Kotlin")
        {
            var end = close + 2;
            while (end < _code.Count && _code[end].Text is not ("{" or "=" or ";") && _code.LineOf(end) == _code.LineOf(close))
                end++;
            response = _code[close + 1].Is(":") ? Text(close + 2, end) : null;
        }
        else
        {
            var from = name;
            var first = _pending.Count == 0 ? 0 : _pending.Max(annotation => annotation.End) + 1;
            while (from > first && (_code[from - 1].Kind == TokenKind.Word || _code[from - 1].Text is "." or "<" or ">" or "," or "?" or "[" or "]"))
                from--;
            while (_code[from].Text is "public" or "private" or "protected" or "async" or "static" or "override" or "virtual" or "final" or "abstract" or "default" or "internal")
                from++;
            response = Text(from, name);
        }

        return (Blank(request), Blank(response));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 120 ? null : text;

    private string Text(int from, int to) => string.Concat(Enumerable.Range(from, Math.Max(0, to - from)).Select(i => _code[i].Text == "," ? ", " : _code[i].Text));

    private int OpenOf(int i)
    {
        if (_code[i + 1].Is("("))
            return i + 1;
        return _code[i + 1].Is("<") && _code.GenericEnd(i + 1) is > 0 and var end && _code[end + 1].Is("(") ? end + 1 : -1;
    }
}
