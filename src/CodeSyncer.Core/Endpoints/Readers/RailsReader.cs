using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Reads the routes of Rails (Rails Guides, "Rails Routing from the Outside In"): resources, namespaces, scopes, members, concerns.</summary>
internal sealed class RailsReader
{
    public const string Name = "Rails";

    private static readonly HashSet<string> Openers = ["if", "unless", "case", "def", "class", "module", "begin", "while", "until", "for"];
    private static readonly (string Action, string Method, string Path, bool OfMember)[] Actions =
    [
        ("index", "GET", "", false), ("create", "POST", "", false), ("new", "GET", "/new", false), ("edit", "GET", "/edit", true),
        ("show", "GET", "", true), ("update", "PATCH", "", true), ("update", "PUT", "", true), ("destroy", "DELETE", "", true),
    ];

    private readonly Code _code;
    private readonly FactList _facts;
    private readonly Dictionary<string, (int From, int To)> _concerns = new(StringComparer.Ordinal);
    private int _replays;

    private RailsReader(Code code, FactList facts) => (_code, _facts) = (code, facts);

    /// <summary>Whether a file is one of routes.</summary>
    public static bool IsRoutes(string path) => path == "config/routes.rb" || path.EndsWith("/config/routes.rb", StringComparison.Ordinal) || path.Contains("config/routes/", StringComparison.Ordinal);

    public static void Read(Code code, FactList facts) => new RailsReader(code, facts).Walk(0, code.Count, new Frame("", "", "", false));

    private void Walk(int from, int to, Frame frame)
    {
        for (var i = from; i < to; i++)
        {
            if (_code[i].Kind != TokenKind.Word || !IsStatement(i, from))
                continue;
            var end = StatementEnd(i, to);
            var block = BlockOf(i, end);
            var blockEnd = block > 0 ? _code[block].Is("{") ? _code.PairOf(block) : EndOf(block, to) : end;
            var arguments = ArgumentsOf(i + 1, block > 0 ? block : end);
            var body = block > 0 ? (From: BehindParameters(block + 1), To: blockEnd) : (From: 0, To: 0);
            if (Statement(_code[i].Text, i, arguments, body, frame))
                i = block > 0 ? blockEnd : end - 1;
        }
    }

    /// <summary>Where the block of a statement opens: <c>do</c>, or a brace that is no hash; -1: it has none.</summary>
    private int BlockOf(int i, int end)
    {
        for (var at = i + 1; at < end; at++)
        {
            if (_code[at].IsWord("do"))
                return at;
            if (_code[at].Is("{") && _code.PairOf(at) > 0 && (_code[at - 1].Kind != TokenKind.Sign || _code[at - 1].Is(")") || _code[at - 1].Is("]")))
                return at;
            if (_code.PairOf(at) > at)
                at = _code.PairOf(at);
        }

        return -1;
    }

    private bool Statement(string word, int i, List<(int From, int To)> arguments, (int From, int To) body, Frame frame)
    {
        switch (word)
        {
            case "namespace" or "scope":
                var own = NamedText(arguments, "path") ?? (Texts(arguments) is [var first, ..] ? first : "");
                Walk(body.From, body.To, frame with { Prefix = Join(frame.Prefix, own), IsResource = false });
                return true;
            case "resources" or "resource":
                foreach (var name in Texts(arguments))
                    Resource(name, word == "resource", i, arguments, body, frame);
                return true;
            case "member":
                Walk(body.From, body.To, frame with { Prefix = frame.Member, IsResource = false });
                return true;
            case "collection":
                Walk(body.From, body.To, frame with { Prefix = frame.Collection, IsResource = false });
                return true;
            case "concern" when Texts(arguments) is [var name, ..]:
                _concerns[name] = body;
                return true;
            case "concerns":
                Replay(Texts(arguments), frame);
                return true;
            case "get" or "post" or "put" or "patch" or "delete" or "match":
                Verb(word, i, arguments, frame);
                return true;
            case "root":
                Add("GET", Join(frame.Prefix, "/"), i);
                return true;
            default:
                return false;
        }
    }

    private void Resource(string name, bool isSingle, int i, List<(int From, int To)> arguments, (int From, int To) body, Frame frame)
    {
        var place = frame.IsResource ? frame.Prefix : frame.Prefix;
        var collection = Join(place, NamedText(arguments, "path") ?? name);
        var key = NamedText(arguments, "param") ?? "id";
        var member = isSingle ? collection : $"{collection}/{{{key}}}";
        var nested = isSingle ? collection : $"{collection}/{{{Singular(name)}_{key}}}";
        var only = NamedList(arguments, "only");
        var except = NamedList(arguments, "except");
        foreach (var (action, method, path, ofMember) in Actions)
        {
            if ((isSingle && action == "index") || (only is not null && !only.Contains(action)) || except?.Contains(action) == true)
                continue;
            Add(method, (ofMember ? member : collection) + path, i);
        }

        var inner = new Frame(nested, member, collection, true);
        if (NamedList(arguments, "concerns") is { } concerns)
            Replay(concerns, inner);
        Walk(body.From, body.To, inner);
    }

    private void Replay(IEnumerable<string> names, Frame frame)
    {
        foreach (var name in names)
        {
            if (_concerns.TryGetValue(name, out var body) && ++_replays < 1000)
                Walk(body.From, body.To, frame);
        }
    }

    private void Verb(string word, int i, List<(int From, int To)> arguments, Frame frame)
    {
        var place = NamedText(arguments, "on") switch
        {
            "member" => frame.Member,
            "collection" => frame.Collection,
            "new" => frame.Collection + "/new",
            _ => frame.Prefix,
        };
        IReadOnlyList<string> methods = word == "match" ? [.. (NamedList(arguments, "via") ?? ["all"]).Select(via => via == "all" ? "ANY" : via.ToUpperInvariant())] : [word.ToUpperInvariant()];
        var paths = Texts(arguments).ToList();
        if (paths.Count == 0 && arguments.Count > 0)
        {
            foreach (var method in methods)
                _facts.Routes.Add(new RouteFact(Name, method, null, "", _code.LineOf(i)));
        }

        foreach (var path in paths)
        {
            foreach (var method in methods)
                Add(method, Join(place, path), i);
        }
    }

    private void Add(string method, string path, int i) => _facts.Routes.Add(new RouteFact(Name, method, path.Length == 0 ? "/" : OptionalParts(path), "", _code.LineOf(i)));

    /// <summary><c>/top(/:length)(.:format)</c> is <c>/top/:length?</c>: what is optional is shown, a format is not.</summary>
    private static string OptionalParts(string path)
    {
        path = path.Replace("/(:", "(/:", StringComparison.Ordinal);
        for (var open = path.IndexOf("(/", StringComparison.Ordinal); open >= 0 && path.IndexOf(')', open) is > 0 and var close; open = path.IndexOf("(/", StringComparison.Ordinal))
            path = $"{path[..open]}{path[(open + 1)..close]}{(path[open..close].Contains(':') ? "?" : "")}{path[(close + 1)..]}";
        return path;
    }

    /// <summary>Arguments without a name: symbols and texts, and the text before <c>=&gt;</c>.</summary>
    private List<string> Texts(List<(int From, int To)> arguments)
    {
        var texts = new List<string>();
        foreach (var (from, to) in arguments)
        {
            if (_code[from].Is(":") && _code[from + 1].Kind == TokenKind.Word && !_code[from + 2].Is("=>"))
                texts.Add(_code[from + 1].Text);
            else if (_code[from].Kind == TokenKind.Text && !(_code[from + 1].Is(":")))
                texts.Add(_code[from].Text);
            else if (_code[from].Is("[") && _code.PairOf(from) == to - 1)
                texts.AddRange(Texts(_code.Arguments(from)));
            else if (_code[from].Is("%") || _code[from].Kind == TokenKind.Pattern)
                continue;
        }

        return texts;
    }

    private string? NamedText(List<(int From, int To)> arguments, string name) =>
        Value(arguments, name) is { } value ? _code[value.From].Kind == TokenKind.Text ? _code[value.From].Text : _code[value.From].Is(":") ? _code[value.From + 1].Text : null : null;

    private List<string>? NamedList(List<(int From, int To)> arguments, string name)
    {
        if (Value(arguments, name) is not { } value)
            return null;
        var (from, to) = value;
        // %i[index show] is one string of words.
        if (_code[from].Kind == TokenKind.Text && to == from + 1)
            return [.. _code[from].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return [.. Enumerable.Range(from, to - from).Where(at => _code[at].Kind is TokenKind.Word or TokenKind.Text).SelectMany(at => _code[at].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    private (int From, int To)? Value(List<(int From, int To)> arguments, string name)
    {
        foreach (var (from, to) in arguments)
        {
            if (_code[from].IsWord(name) && _code[from + 1].Is(":"))
                return (from + 2, to);
            if (_code[from].Is(":") && _code[from + 1].IsWord(name) && _code[from + 2].Is("=>"))
                return (from + 3, to);
        }

        return null;
    }

    private List<(int From, int To)> ArgumentsOf(int from, int to)
    {
        if (_code[from].Is("(") && _code.PairOf(from) is > 0 and var close && close < to)
            return _code.Arguments(from);
        var arguments = new List<(int, int)>();
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (_code[i].Is(","))
            {
                arguments.Add((start, i));
                start = i + 1;
            }
            else if (_code.PairOf(i) > i)
            {
                i = Math.Min(_code.PairOf(i), to - 1);
            }
        }

        if (start < to)
            arguments.Add((start, to));
        return arguments;
    }

    private bool IsStatement(int i, int from) => (_code.IsFirstOfLine(i) || i == from || _code[i - 1].Text is ";" or "do" or "{") && !_code[i - 1].Text.EndsWith(',');

    private int StatementEnd(int i, int to)
    {
        var at = i + 1;
        while (at < to)
        {
            if (_code.PairOf(at) > at && !(_code[at].Is("{") && false))
            {
                at = _code.PairOf(at) + 1;
                continue;
            }

            if (_code[at].IsWord("do"))
                return at + 1;
            if ((_code.LineOf(at) > _code.LineOf(at - 1) && !_code[at - 1].Is(",") && !_code[at - 1].Is("=>")) || _code[at].Is(";"))
                return at;
            at++;
        }

        return to;
    }

    private int EndOf(int block, int to)
    {
        var depth = 1;
        for (var i = block + 1; i < to; i++)
        {
            if (_code[i].Kind != TokenKind.Word || _code[i - 1].Is(".") || _code[i - 1].Is(":") || _code[i + 1].Is(":"))
                continue;
            if (_code[i].Text == "do" || (Openers.Contains(_code[i].Text) && _code.IsFirstOfLine(i)))
                depth++;
            else if (_code[i].Text == "end" && --depth == 0)
                return i;
        }

        return to;
    }

    private int BehindParameters(int at)
    {
        if (!_code[at].Is("|"))
            return at;
        for (at++; at < _code.Count && !_code[at].Is("|"); at++)
        {
            // The names of the block's parameters.
        }

        return at + 1;
    }

    private static string Join(string prefix, string path) => path.Trim('/') is { Length: > 0 } rest ? $"{prefix}/{rest}" : prefix;

    private static string Singular(string name) => name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
        : name.EndsWith("sses", StringComparison.Ordinal) ? name[..^2] : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;

    /// <param name="Prefix">Of what is nested here.</param>
    /// <param name="Member">Path of one item of the resource around.</param>
    /// <param name="Collection">Path of the resource around.</param>
    private sealed record Frame(string Prefix, string Member, string Collection, bool IsResource);
}
