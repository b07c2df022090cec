using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>
/// Reads what is declared and called by calls of methods: <c>app.get("/x", ...)</c>, <c>v1 := r.Group("/v1")</c>,
/// <c>axios.post("/x")</c>. One walk over the tokens; names are followed through assignments, parameters and chains.
/// </summary>
internal sealed partial class CallReader
{
    private readonly Code _code;
    private readonly List<Framework> _frameworks;
    private readonly FactList _facts;
    private readonly Scopes _scopes = new();
    private readonly Dictionary<int, Symbol> _results = [];
    private readonly Dictionary<int, int> _routesUntil = [];
    private readonly Dictionary<int, int> _callsUntil = [];
    private readonly Dictionary<string, Symbol> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Name, Symbol Symbol)> _closures = [];
    private readonly Dictionary<int, (int First, int Count, List<(string Action, string Method, string Path)> Routes)> _resources = [];
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    private int _parametersEnd;
    private int _place;

    private CallReader(Code code, List<Framework> frameworks, FactList facts) => (_code, _frameworks, _facts) = (code, frameworks, facts);

    public static void Read(Code code, List<Framework> frameworks, FactList facts) => new CallReader(code, frameworks, facts).Read();

    private void Read()
    {
        foreach (var (end, prefix) in _frameworks.SelectMany(framework => framework.FilePrefixes))
        {
            if (_code.Path == end || _code.Path.EndsWith("/" + end, StringComparison.Ordinal))
                _facts.Prefixes.Add(("Route", prefix));
        }

        for (var i = 0; i < _code.Count; i++)
        {
            _place = i;
            _scopes.LeaveUntil(i);
            if (_code[i].Is("("))
                Enter(Header.At(_code, i), i);
            else if (_code[i].Kind == TokenKind.Word && Header.OfArrow(_code, i) is { } arrow)
                Enter(arrow, i);
            if (_code[i].Kind != TokenKind.Word)
                continue;
            Declare(i);
            if (OpenOf(i) is > 0 and var open && _code.PairOf(open) > 0)
                Call(i, open);
            else
                Assign(i);
        }
    }

    /// <summary>A function: its parameters may be routers.</summary>
    private void Enter(Header? header, int at)
    {
        if (header is null)
            return;
        _parametersEnd = _code.PairOf(at);
        if (header.Name.Length > 0 && _frameworks.Exists(framework => framework.IsClient))
            _facts.Methods.Add((Enclosing.OwnerOf(_code, at - 1), header.Name));
        var outer = _scopes.Function;
        var name = header.Name.Length > 0 ? header.Name : $"{outer}#{at}";
        _scopes.Enter(header, outer.Length > 0 && header.Name.Length == 0 ? name : header.Name.Length > 0 && outer.Length > 0 && !outer.Contains('#') ? $"{outer}.{header.Name}" : name, at);
        // A parameter hides what a variable of its name held in another function.
        foreach (var (parameter, _) in header.Parameters)
        {
            _locals.Remove(parameter);
            _objects.Remove(parameter);
        }

        if (_closures.Remove(at, out var given))
        {
            // A static name (Route::) means the group inside; else the parameter does.
            _scopes.Set(given.Name.Length > 0 ? given.Name : header.Parameters.Count > 0 ? header.Parameters[0].Name : "", given.Symbol);
            return;
        }

        foreach (var (parameter, type) in header.Parameters)
        {
            if (OfType(type) is { } typed)
                Take(parameter, typed, header);
            else if (type.Length == 0 && OfName(parameter, client: false) is { } named)
                Take(parameter, named, header);
        }
    }

    private void Take(string parameter, Framework framework, Header header)
    {
        var symbol = new Symbol(_scopes.Qualify(parameter), framework);
        _scopes.Set(parameter, symbol);
        if (!framework.IsClient && header.Name.Length > 0 && _functions.Add(header.Name))
            _facts.Functions.Add((header.Name, symbol.Id));
    }

    /// <summary>A field or a variable with its type: <c>HttpClient client</c>, <c>private http: HttpClient</c>.</summary>
    private void Declare(int i)
    {
        var next = _code[i + 1];
        if (next.Kind == TokenKind.Word && OfType(DottedBack(i)) is { } framework && _code[i + 2].Text is ";" or "=" or ")" or ",")
            _scopes.SetForFile(next.Text, new Symbol(_scopes.Qualify(next.Text), framework));
        else if (next.Is(":") && _code[i + 2].Kind == TokenKind.Word && OfType(_code[i + 2].Text) is { } typed)
            _scopes.SetForFile(_code[i].Text, new Symbol(_scopes.Qualify(_code[i].Text), typed));
    }

    /// <summary>Names that stand for a text, or for another name.</summary>
    private void Assign(int i)
    {
        // The default of a parameter is not what it holds.
        if (i < _parametersEnd || _code[i + 1].Text is not ("=" or ":=" or ":" or "=>") || _code[i + 1].Kind != TokenKind.Sign)
            return;
        var from = i + 2;
        var typed = false;
        if (_code[i + 1].Is(":") && _code[from].Kind == TokenKind.Word && _code[from + 1].Is("="))
            (from, typed) = (from + 2, true);
        var to = StatementEnd(from);
        if (to <= from)
            return;
        if (ObjectAt(from, to) is > 0 and var made)
            _objects[_code[i].Text] = made;
        else if (_code[i + 1].Text is "=" or ":=")
            _objects.Remove(_code[i].Text);
        if (to - from > 40)
            return;
        var isProperty = _code[i + 1].Text is ":" && !typed;
        if (isProperty && _code[from].Kind != TokenKind.Text && !Enumerable.Range(from, to - from).Any(at => _code[at].Kind == TokenKind.Text && _code[at].Text.Contains('/')))
            return;
        // axios.defaults.baseURL = ...: of every call that is made on it.
        if (_code[i].Text is "baseURL" or "baseUrl" && DottedBack(i) is var field && field.IndexOf(".defaults.", StringComparison.Ordinal) is > 0 and var defaults && Expression.Read(_code, from, to) is { } address)
            _facts.Prefixes.Add((field[..(defaults + ".defaults".Length)].Split('.') is [.., var client, var name] ? $"{client}.{name}" : field, address));
        if (to == from + 1 && _code[from].Kind == TokenKind.Word && _scopes.Find(_code[from].Text, _ => true) is { } same)
        {
            _scopes.Set(DottedBack(i), same);
            return;
        }

        if ((_code[from].Kind == TokenKind.Text || _code[to - 1].Kind == TokenKind.Text || _code[from].Kind == TokenKind.Word) && Expression.Read(_code, from, to) is { Length: < 300 } text && text != $"{{={_code[from].Text}}}" && text != "{=}" && (text.Length == 0 || !text.All(char.IsDigit)))
        {
            var isArgument = (_code[i - 1].Is("(") && _code.Language.Name != "Go") || (_code[i - 1].Is(",") && _code.Language.Name is "Python" or "Kotlin" or "C#" or "Java" or "Dart");
            if (!isArgument)
                _facts.Constants.Add((OwnerAt(i, isProperty), _code[i].Text.TrimStart('$'), text));
            // A property of some object is no variable, and neither is an argument with a name.
            if (!isProperty && !isArgument)
                _locals[_code[i].Text.TrimStart('$')] = Filled(text);
        }
        else if (_code[i + 1].Text is "=" or ":=")
        {
            // One that is given what others say is no constant.
            if (to == from + 1 && _code[from].Kind == TokenKind.Word && !char.IsDigit(_code[from].Text[0]))
                _facts.Variables.Add(_code[i].Text.TrimStart('$'));
            // What it was given before it is no more.
            _locals.Remove(_code[i].Text.TrimStart('$'));
        }
    }

    /// <summary>The bracket of the properties of an object, or of the named arguments that one is made with; -1: it is something else.</summary>
    private int ObjectAt(int from, int to)
    {
        if (_code[from].Is("{") && _code.PairOf(from) == to - 1)
            return from;
        if (_code[from].IsWord("new"))
            from++;
        return _code[from].Kind == TokenKind.Word && char.IsUpper(_code[from].Text[0]) && _code[from + 1].Is("(") && _code.PairOf(from + 1) == to - 1
            && _code.Arguments(from + 1).Exists(argument => _code[argument.From].Kind == TokenKind.Word && _code[argument.From + 1].Text is ":" or "=") ? from + 1 : -1;
    }

    /// <summary>What a name that gets a value belongs to: what stands before its dot, else the type or object around.</summary>
    private string OwnerAt(int i, bool isProperty)
    {
        var dotted = DottedBack(i);
        var owner = dotted.Contains('.') ? dotted[..dotted.LastIndexOf('.')] : Enclosing.OwnerOf(_code, i);
        owner = owner[(owner.LastIndexOf('.') + 1)..];
        // A property is never meant by its name alone.
        return isProperty ? owner.Length > 0 ? owner : FileFacts.Unnamed : owner is "exports" or "this" or "self" ? "" : owner;
    }

    /// <summary>The same for an argument: written there, or held by a variable above.</summary>
    private List<(int From, int To)>? PropertiesOf((int From, int To) argument)
    {
        var open = _code[argument.From].Text is "{" or "[" && _code.PairOf(argument.From) == argument.To - 1 ? argument.From : ObjectAt(argument.From, argument.To);
        if (open < 0 && argument.To == argument.From + 1 && _code[argument.From].Kind == TokenKind.Word && _scopes.Find(_code[argument.From].Text, _ => true) is null)
            open = _objects.GetValueOrDefault(_code[argument.From].Text, -1);
        return open < 0 ? null : _code.Arguments(open);
    }

    /// <summary>A variable has the value that it was given last above.</summary>
    private string Filled(string text)
    {
        for (var at = text.IndexOf("{=", StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf("{=", at, StringComparison.Ordinal) : -1)
        {
            var end = text.IndexOf('}', at);
            if (end > 0 && _locals.TryGetValue(text[(at + 2)..end], out var value) && text.Length + value.Length < 500)
                (text, at) = (text[..at] + value + text[(end + 1)..], at + value.Length);
            else
                at++;
        }

        return text;
    }

    private int StatementEnd(int from)
    {
        var line = _code.LineOf(from);
        for (var i = from; i < _code.Count; i++)
        {
            if (_code[i].Text is ";" or "," or ")" or "}" or "]" && _code[i].Kind == TokenKind.Sign)
                return i;
            // Without a semicolon the line's end ends it, unless an operator stands there.
            if (i > from && _code.LineOf(i) > line && !IsOperator(i) && !IsOperator(i - 1))
                return i;
            line = _code.LineOf(i);
            if (_code.PairOf(i) > i)
            {
                i = _code.PairOf(i);
                line = _code.LineOf(i);
            }
        }

        return _code.Count;
    }

    private bool IsOperator(int i) => _code[i].Text is "+" or "." or "?" or "->" or "=" or "??" or "(" && _code[i].Kind == TokenKind.Sign;

    /// <summary>The bracket of the arguments, behind type arguments too.</summary>
    private int OpenOf(int i)
    {
        if (_code[i + 1].Is("("))
            return i + 1;
        if (_code[i + 1].Is("<") && _code.GenericEnd(i + 1) is > 0 and var end && _code[end + 1].Is("("))
            return end + 1;
        return -1;
    }

    private void Call(int i, int open)
    {
        var close = _code.PairOf(open);
        var name = _code[i].Text;
        var (start, receiver, chained) = Receiver(i);
        var arguments = _code.Arguments(open);
        var isDecorator = _code[start - 1].Is("@");
        var full = receiver.Length > 0 ? $"{receiver}.{name}" : name;
        Made(i, open, start, full, arguments, close);
        // An interceptor of Angular puts the address in front: req.clone({ url: `https://x/api${req.url}` }).
        if (name == "clone" && arguments.Count == 1 && PropertiesOf(arguments[0]) is { } cloned && _code.Named(cloned, ["url"]) is { } url && Expression.Read(_code, url.From, url.To) is { } intercepted
            && intercepted.EndsWith($"{{={receiver}.url}}", StringComparison.Ordinal))
            _facts.Prefixes.Add(("interceptor", intercepted[..^$"{{={receiver}.url}}".Length]));
        if (name == "baseUrl" && arguments.Count == 1 && _frameworks.Exists(framework => framework.Name == "Retrofit"))
            _facts.Prefixes.Add(("Retrofit", Expression.Read(_code, arguments[0].From, arguments[0].To)));
        var symbol = chained >= 0 ? _results.GetValueOrDefault(chained) : null;
        symbol ??= receiver.Length > 0 && chained < 0 ? Named(receiver, name) : null;
        // The client itself is called: axios({ ... }).
        if (symbol is null && receiver.Length == 0 && chained < 0 && _frameworks.Find(framework => framework.Calls.ContainsKey(name) && framework.Names.Contains(name)) is { } called)
            symbol = new Symbol(name, called);
        // A function that makes a client, above in this file.
        var isMaker = symbol is null && receiver is "" or "this" or "self" && chained < 0 && _makers.TryGetValue(name, out symbol);
        if (symbol is not null && !_results.ContainsKey(close))
            _results[close] = symbol;
        if (symbol is { Framework.IsVerbBehind: true } && _callsUntil.TryGetValue(chained, out var earlier))
        {
            _callsUntil[close] = earlier;
            if (Http.MethodIn(name) is { } behind)
                _facts.Calls[earlier] = _facts.Calls[earlier] with { Method = behind };
        }

        foreach (var framework in _frameworks)
        {
            var role = symbol?.Framework == framework ? symbol : framework.AnyReceiver ? symbol is { Framework.IsClient: false } && !framework.IsClient ? symbol : new Symbol("", framework) : null;
            if (role is null || (framework.IsDecorator && !isDecorator && !framework.Mounts.ContainsKey(name) && !framework.PlainCalls.ContainsKey(name)))
                continue;
            Judge(framework, role, name, i, open, close, arguments, start);
        }

        if (symbol is { Framework.Name: "Laravel" })
            Resources(symbol, name, i, close, chained, arguments);
        if (symbol is not null && symbol.Framework.MethodChain.Contains(name))
            Restrict(chained, arguments);
        PassOn(i, name, receiver, start, symbol, arguments, open);
        if (chained < 0 && (isMaker || symbol is null or { Framework.IsClient: true, IsGuess: true }))
            Pass(i, full, name, arguments);
    }
}
