using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <content>What a route takes as its body and what it returns, where the source names the types.</content>
internal sealed partial class CallReader
{
    /// <summary>Names of types, of parameters of a path operation of FastAPI, that are no body.</summary>
    private static readonly HashSet<string> NoBodies = ["Request", "Response", "Session", "AsyncSession", "BackgroundTasks", "WebSocket", "Depends", "Annotated", "Optional", "Any", "UUID", "HTTPConnection", "UploadFile"];

    private (string? Request, string? Response) Types(Framework framework, int close, List<(int From, int To)> arguments) => framework.Name switch
    {
        "FastAPI" => OfPathOperation(close, arguments),
        "ASP.NET Core" => (Chained(close, "Accepts"), Chained(close, "Produces")),
        _ => (null, null),
    };

    /// <summary>FastAPI documentation, "Request Body" and "Response Model - Return Type".</summary>
    private (string? Request, string? Response) OfPathOperation(int close, List<(int From, int To)> arguments)
    {
        var first = _code.PairOf(close);
        while (first > 0 && !_code.IsFirstOfLine(first))
            first--;
        if (!_code[first].Is("@"))
            return (null, null);
        var response = _code.Named(arguments, ["response_model"]) is { } model ? Joined(model.From, model.To) : null;
        var def = close + 1;
        while (def < _code.Count && !_code[def].IsWord("def") && _code[def].Text is "@" or "." or "async" or "(" or ")" || _code[def].Kind == TokenKind.Word && !_code[def].IsWord("def") && !_code[def].IsWord("class"))
            def = _code.PairOf(def) > def ? _code.PairOf(def) + 1 : def + 1;
        if (!_code[def].IsWord("def") || !_code[def + 2].Is("(") || _code.PairOf(def + 2) is not (> 0 and var end))
            return (null, response);
        string? request = null;
        foreach (var (from, to) in _code.Arguments(def + 2))
        {
            if (request is null && _code[from + 1].Is(":") && _code[from + 2].Text is [>= 'A' and <= 'Z', ..] type && to - from <= 5 && !NoBodies.Contains(type)
                && (to == from + 3 || (_code[from + 3].Is("=") && _code[from + 4].IsWord("Body"))))
                request = type;
            else if (_code[from + 1].Is(":") && _code[from + 3].Is("=") && _code[from + 4].IsWord("Body"))
                request = _code[from + 2].Text;
        }

        if (response is null && _code[end + 1].Text is "->" or "-")
        {
            var start = _code[end + 1].Is("->") ? end + 2 : end + 3;
            var last = start;
            while (last < _code.Count && !_code[last].Is(":") && last < start + 20)
                last = _code.PairOf(last) > last ? _code.PairOf(last) + 1 : last + 1;
            response = Joined(start, last);
        }

        return (request, response is "None" or "Any" ? null : response);
    }

    /// <summary>The type argument of a call behind the route: <c>.Produces&lt;Order&gt;()</c>.</summary>
    private string? Chained(int close, string name)
    {
        for (var at = close; _code[at + 1].Is(".") && _code[at + 2].Kind == TokenKind.Word;)
        {
            var open = OpenOf(at + 2);
            if (_code[at + 2].IsWord(name) && TypeArgument(at + 2) is { } type)
                return type;
            if (open < 0 || _code.PairOf(open) < 0)
                break;
            at = _code.PairOf(open);
        }

        return null;
    }

    private string Joined(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(at => _code[at].Text == "," ? ", " : _code[at].Text));
}
