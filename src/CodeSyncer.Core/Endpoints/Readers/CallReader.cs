using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>
/// Reads what is declared and called by calls of methods: <c>app.get("/x", ...)</c>, <c>v1 := r.Group("/v1")</c>,
/// <c>axios.post("/x")</c>. One walk over the tokens; names are followed through assignments, parameters and chains.
/// </summary>
internal sealed class CallReader
{
    private readonly Code _code;
    private readonly List<Framework> _frameworks;
    private readonly FactList _facts;
    private readonly Scopes _scopes = new();
    private readonly Dictionary<int, Symbol> _results = [];
    private readonly Dictionary<int, int> _routesUntil = [];
    private readonly Dictionary<string, string> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Name, Symbol Symbol)> _closures = [];
    private readonly Dictionary<int, (int First, int Count, List<(string Action, string Method, string Path)> Routes)> _resources = [];
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

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
        var outer = _scopes.Function;
        var name = header.Name.Length > 0 ? header.Name : $"{outer}#{at}";
        _scopes.Enter(header.End, outer.Length > 0 && header.Name.Length == 0 ? name : header.Name.Length > 0 && outer.Length > 0 && !outer.Contains('#') ? $"{outer}.{header.Name}" : name);
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
        if (next.Kind == TokenKind.Word && OfType(_code[i].Text) is { } framework && _code[i + 2].Text is ";" or "=" or ")" or ",")
            _scopes.SetForFile(next.Text, new Symbol(_scopes.Qualify(next.Text), framework));
        else if (next.Is(":") && _code[i + 2].Kind == TokenKind.Word && OfType(_code[i + 2].Text) is { } typed)
            _scopes.SetForFile(_code[i].Text, new Symbol(_scopes.Qualify(_code[i].Text), typed));
    }

    /// <summary>Names that stand for a text, or for another name.</summary>
    private void Assign(int i)
    {
        if (_code[i + 1].Text is not ("=" or ":=" or ":" or "=>") || _code[i + 1].Kind != TokenKind.Sign)
            return;
        var from = i + 2;
        var typed = false;
        if (_code[i + 1].Is(":") && _code[from].Kind == TokenKind.Word && _code[from + 1].Is("="))
            (from, typed) = (from + 2, true);
        var to = StatementEnd(from);
        if (to <= from || to - from > 40)
            return;
        if (_code[i + 1].Text is ":" && !typed && _code[from].Kind != TokenKind.Text)
            return;
        if (to == from + 1 && _code[from].Kind == TokenKind.Word && _scopes.Find(_code[from].Text, _ => true) is { } same)
        {
            _scopes.Set(DottedBack(i), same);
            return;
        }

        if ((_code[from].Kind == TokenKind.Text || _code[to - 1].Kind == TokenKind.Text || _code[from].Kind == TokenKind.Word) && Expression.Read(_code, from, to) is { Length: < 300 } text && text != $"{{={_code[from].Text}}}" && text != "{=}")
        {
            _facts.Constants.Add((_code[i].Text.TrimStart('$'), text));
            _locals[_code[i].Text.TrimStart('$')] = Filled(text);
        }
        else if (_code[i + 1].Text is "=" or ":=")
        {
            // What it was given before it is no more.
            _locals.Remove(_code[i].Text.TrimStart('$'));
        }
    }

    /// <summary>A variable has the value that it was given last above.</summary>
    private string Filled(string text)
    {
        for (var at = text.IndexOf("{=", StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf("{=", at, StringComparison.Ordinal) : -1)
        {
            var end = text.IndexOf('}', at);
            if (end > 0 && _locals.TryGetValue(text[(at + 2)..end], out var value) && text.Length + value.Length < 500 && !value.Contains(text[at..(end + 1)], StringComparison.Ordinal))
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
        var symbol = chained >= 0 ? _results.GetValueOrDefault(chained) : null;
        symbol ??= receiver.Length > 0 && chained < 0 ? Named(receiver, name) : null;
        // The client itself is called: axios({ ... }).
        if (symbol is null && receiver.Length == 0 && chained < 0 && _frameworks.Find(framework => framework.Calls.ContainsKey(name) && framework.Names.Contains(name)) is { } called)
            symbol = new Symbol(name, called);
        if (symbol is not null && !_results.ContainsKey(close))
            _results[close] = symbol;
        foreach (var framework in _frameworks)
        {
            var role = symbol?.Framework == framework ? symbol : framework.AnyReceiver ? symbol is { Framework.IsClient: false } && !framework.IsClient ? symbol : new Symbol("", framework) : null;
            if (role is null || (framework.IsDecorator && !isDecorator && !framework.Mounts.ContainsKey(name)))
                continue;
            Judge(framework, role, name, i, open, close, arguments, start);
        }

        if (symbol is { Framework.Name: "Laravel" })
            Resources(symbol, name, i, close, chained, arguments);
        if (symbol is not null && symbol.Framework.MethodChain.Contains(name))
            Restrict(chained, arguments);
        PassOn(i, name, receiver, start, symbol, arguments, open);
    }

    private void Judge(Framework framework, Symbol symbol, string name, int i, int open, int close, List<(int From, int To)> arguments, int start)
    {
        if (framework.Groups.TryGetValue(name, out var group))
        {
            var path = PathOf(group, arguments);
            var id = $"{(symbol.Id.Length > 0 ? symbol.Id : framework.Name)}>{i}";
            var target = Assigned(start) is { Length: > 0 } variable ? _scopes.Qualify(variable) + $"@{i}" : id;
            var inner = new Symbol(target, framework, group.IsWhole);
            _facts.Mounts.Add(new MountFact(symbol.Id, path.Given ? path.Text : "", target));
            _results[close] = inner;
            if (Assigned(start) is { Length: > 0 } assigned)
                _scopes.Set(assigned, inner);
            GiveToClosure(arguments, inner, framework);
            return;
        }

        if (framework.Verbs.TryGetValue(name, out var method))
        {
            if (symbol.IsWhole ? arguments.Count >= 1 : arguments.Count >= framework.MinArguments)
                Route(framework, symbol, method, symbol.IsWhole ? (true, "") : PathOf(framework.Path, arguments), i, close, arguments, 0);
        }
        else if (framework.Calls.TryGetValue(name, out var signature) && (arguments.Count >= framework.MinArguments || signature.At < 0))
        {
            var path = PathOf(signature, arguments);
            foreach (var verb in Methods(signature, arguments, i))
                Route(framework, symbol, verb, path, i, close, arguments, signature.At, signature.HoldsMethod);
        }
        else if (framework.Mounts.TryGetValue(name, out var mount))
        {
            Mount(framework, symbol, mount, arguments, i);
        }
    }

    private void Route(Framework framework, Symbol symbol, string method, (bool Given, string? Text) path, int i, int close, List<(int From, int To)> arguments, int at, bool holdsMethod = false)
    {
        if (!path.Given)
            return;
        var text = path.Text is null ? null : Filled(path.Text);
        if (holdsMethod && text is not null && text.IndexOf(' ') is > 0 and var space)
            (method, text) = (text[..space], text[(space + 1)..].Trim());
        var line = _code.LineOf(i);
        if (framework.IsClient)
        {
            if (text is not null && Urls.LooksLikeOne(text, framework.AnyReceiver || symbol.Id.Length > 0))
                _facts.Calls.Add(new CallFact(framework.Name, method, text, symbol.Id, line, TypeArgument(i)));
            return;
        }

        // app.get("setting", x) is no route, and neither is a map's get with a default.
        if (framework.Name is "Express" or "Fastify" && ((text is null && _code[arguments[0].From].Kind != TokenKind.Pattern && !IsHandler(arguments[^1])) || (text is not null && text.Length > 0 && text[0] is not ('/' or '*' or '{') && !symbol.IsWhole)))
            return;
        _routesUntil[close] = _facts.Routes.Count + 1;
        _facts.Routes.Add(new RouteFact(framework.Name, method, text, symbol.Id, line, Named(arguments, "request_model"), Named(arguments, "response_model")));
    }

    private string? Named(List<(int From, int To)> arguments, string name) =>
        _code.Named(arguments, [name]) is { } value ? string.Concat(Enumerable.Range(value.From, value.To - value.From).Select(at => _code[at].Text)) : null;

    private string? TypeArgument(int i) => _code[i + 1].Is("<") && _code.GenericEnd(i + 1) is > 0 and var end
        ? string.Concat(Enumerable.Range(i + 2, end - i - 2).Select(at => _code[at].Text))
        : null;

    private bool IsHandler((int From, int To) argument) => Enumerable.Range(argument.From, argument.To - argument.From).Any(at => _code[at].Text is "=>" or "function");

    /// <summary>The path among the arguments, and whether there is one at all.</summary>
    private (bool Given, string? Text) PathOf(Signature signature, List<(int From, int To)> arguments)
    {
        foreach (var argument in arguments)
        {
            if (signature.Names.Length == 0)
                break;
            if (_code.Named([argument], signature.Names) is { } direct)
                return (true, Expression.Read(_code, direct.From, direct.To));
            var inObject = _code[argument.From].Text is "{" or "[" && _code.PairOf(argument.From) == argument.To - 1
                ? _code.Named(_code.Arguments(argument.From), signature.Names)
                : null;
            if (inObject is { } property)
                return (true, Expression.Read(_code, property.From, property.To));
        }

        if (signature.At < 0 || arguments.Count <= signature.At)
            return (false, null);
        var (from, to) = arguments[signature.At];
        if (_code[from].Is("{"))
            return (false, null);
        if (_code[from].Is("[") && _code.PairOf(from) is > 0 and var close && close == to - 1)
            return _code[from + 1].Kind == TokenKind.Text ? (true, _code[from + 1].Text) : (true, null);
        // A function in the place of a path: nothing is said, and nothing is in front.
        return IsHandler((from, to)) ? (false, null) : (true, Expression.Read(_code, from, to));
    }

    private List<string> Methods(Signature signature, List<(int From, int To)> arguments, int i)
    {
        (int From, int To)? place = signature.Method >= 0 && signature.Method < arguments.Count ? arguments[signature.Method] : null;
        foreach (var argument in arguments)
        {
            if (signature.MethodNames.Length == 0)
                break;
            place = _code.Named([argument], signature.MethodNames)
                ?? (_code[argument.From].Is("{") && _code.PairOf(argument.From) == argument.To - 1 ? _code.Named(_code.Arguments(argument.From), signature.MethodNames) : null) ?? place;
        }

        if (place is null)
            return [ChainedVerb(i) ?? signature.Default];
        var methods = Enumerable.Range(place.Value.From, place.Value.To - place.Value.From)
            .Where(at => _code[at].Kind is TokenKind.Text or TokenKind.Word).Select(at => Http.MethodIn(_code[at].Text)).OfType<string>().Distinct().ToList();
        return methods.Count > 0 ? methods : ["ANY"];
    }

    /// <summary><c>webClient.get().uri("/x")</c>: the verb stands before.</summary>
    private string? ChainedVerb(int i)
    {
        if (!_code[i].IsWord("uri") || !_code[i - 1].Is(".") || !_code[i - 2].Is(")") || _code.PairOf(i - 2) is not (> 0 and var open))
            return null;
        var verb = Http.MethodIn(_code[open - 1].Text);
        return verb ?? (_code[open - 1].IsWord("method") ? Enumerable.Range(open, i - open).Select(at => Http.MethodIn(_code[at].Text)).FirstOrDefault(found => found is not null) : null);
    }

    private void Mount(Framework framework, Symbol symbol, Signature mount, List<(int From, int To)> arguments, int i)
    {
        if (arguments.Count == 0)
            return;
        var path = PathOf(mount, arguments);
        var hasPath = path.Given && (mount.At < 0 || path.Text is not null);
        var prefix = hasPath ? path.Text : "";
        if (mount.At >= 0 && hasPath && prefix is not null && prefix.StartsWith("{=", StringComparison.Ordinal) && arguments.Count == 1)
            prefix = "";
        IEnumerable<(int From, int To)> targets = mount.Target >= 0 ? arguments.Count > mount.Target ? [arguments[mount.Target]] : [] : arguments.Skip(hasPath && arguments.Count > 1 ? Math.Max(mount.At, 0) + 1 : 0);
        foreach (var target in targets)
        {
            if (Closure(target) is { } closure)
            {
                var inner = new Symbol($"{symbol.Id}>{i}", framework);
                _closures[closure] = ("", inner);
                _facts.Mounts.Add(new MountFact(symbol.Id, prefix, inner.Id));
            }
            else if (Reference(target.From, target.To) is { Length: > 0 } reference)
            {
                _facts.Mounts.Add(new MountFact(symbol.Id, prefix, reference));
            }
        }
    }

    private void GiveToClosure(List<(int From, int To)> arguments, Symbol inner, Framework framework)
    {
        foreach (var argument in arguments)
        {
            if (Closure(argument) is { } closure)
                _closures[closure] = (framework.Names is ["Route"] ? "Route" : "", inner);
        }
    }

    /// <summary>The bracket of the parameters, or the single parameter, of a function that is written here.</summary>
    private int? Closure((int From, int To) argument)
    {
        var at = argument.From;
        while (at < argument.To && _code[at].Text is "async" or "function" or "func" or "static" or "fn")
            at++;
        if (_code[at].Is("(") && Header.At(_code, at) is not null)
            return at;
        return Header.OfArrow(_code, at) is not null ? at : null;
    }

    /// <summary>What a name of another router is: <c>users.router</c>, <c>require('./users')</c>, <c>Routes()</c> of a value.</summary>
    private string Reference(int from, int to)
    {
        if (_code[from].IsWord("await"))
            from++;
        if (_code[from].Text is "require" or "import" && _code[from + 1].Is("(") && _code[from + 2].Kind == TokenKind.Text)
            return "module:" + _code[from + 2].Text;
        if (_code[from].Kind != TokenKind.Word)
            return "";
        var name = _code[from].Text;
        var at = from + 1;
        if (_code[at].Is("{") && _code.PairOf(at) is > 0 and var literal)
            at = literal + 1;
        while (at + 1 < to && _code[at].Text is "." or "::" && _code[at + 1].Kind == TokenKind.Word)
        {
            name += "." + _code[at + 1].Text;
            at += 2;
        }

        if (_scopes.Find(name, framework => !framework.IsClient) is { } known)
            return known.Id;
        return at < to && _code[at].Is("(") ? "function:" + name : name;
    }

    /// <summary>A router or client that is made here: <c>const app = express()</c>, <c>with httpx.Client() as client</c>.</summary>
    private void Made(int i, int open, int start, string full, List<(int From, int To)> arguments, int close)
    {
        var isNew = _code[start - 1].IsWord("new");
        foreach (var framework in _frameworks)
        {
            if (!framework.Makes.Any(make => make == full || make == "new." + full && isNew || (make.StartsWith("*.", StringComparison.Ordinal) && full.EndsWith(make[1..], StringComparison.Ordinal))))
                continue;
            var variable = Assigned(isNew ? start - 1 : start);
            if (variable.Length == 0 && _code[close + 1].IsWord("as"))
                variable = _code[close + 2].Text;
            var symbol = new Symbol(variable.Length > 0 ? _scopes.Qualify(variable) : $"{_scopes.Qualify("")}made{i}", framework);
            _results[close] = symbol;
            if (variable.Length > 0)
            {
                _scopes.Set(variable, symbol);
                if (variable.Contains('.'))
                    _scopes.SetForFile(variable, symbol);
            }

            if (!framework.IsClient && _scopes.Function.Length > 0 && _functions.Add(_scopes.Function))
                _facts.Functions.Add((_scopes.Function, symbol.Id));
            var own = PathOf(new Signature { At = -1, Names = framework.OwnPrefix }, arguments);
            if (own.Given)
                _facts.Prefixes.Add((symbol.Id, framework.PrefixYields && own.Text is not null ? "!" + own.Text : own.Text));
            return;
        }
    }

    /// <summary>A router that is given to a function: <c>RegisterUsers(v1.Group("/users"))</c>, <c>app.MapUsers()</c>.</summary>
    private void PassOn(int i, string name, string receiver, int start, Symbol? symbol, List<(int From, int To)> arguments, int open)
    {
        if (_code.IsPhp || _frameworks.TrueForAll(framework => framework.IsClient))
            return;
        foreach (var (from, to) in arguments)
        {
            var last = to - 1;
            var given = _results.GetValueOrDefault(last);
            if (given is null && _code[from].Kind == TokenKind.Word && DottedTo(from, to) is { } dotted)
                given = _scopes.Find(dotted, framework => !framework.IsClient);
            // Arguments are read after this call: a group that is made right here is looked at again.
            if (given is null && _code[last].Is(")") && _code.PairOf(last) > from)
                _facts.Later.Add((last, receiver.Length > 0 ? $"{receiver}.{name}" : name));
            if (given is { Framework.IsClient: false } && symbol is null)
                _facts.Mounts.Add(new MountFact(given.Id, "", "function:" + (receiver.Length > 0 ? $"{receiver}.{name}" : name)));
        }

        if (_code.Language.Name is "C#" && symbol is { Framework.IsClient: false } && name.StartsWith("Map", StringComparison.Ordinal)
            && !symbol.Framework.Verbs.ContainsKey(name) && !symbol.Framework.Groups.ContainsKey(name))
            _facts.Mounts.Add(new MountFact(symbol.Id, "", "function:" + name));
        if (_facts.Later.Count > 0)
            _facts.Results = _results;
    }

    /// <summary><c>Route::apiResource('photos', ...)->only(['index'])</c>.</summary>
    private void Resources(Symbol symbol, string name, int i, int close, int chained, List<(int From, int To)> arguments)
    {
        if (LaravelResources.IsOne(name) && arguments.Count > 0)
        {
            var (from, to) = arguments[0];
            var names = _code[from].Is("[") ? _code.Arguments(from).Where(item => _code[item.From].Kind == TokenKind.Text).Select(item => _code[item.From].Text) : [Expression.Read(_code, from, to) ?? ""];
            var options = arguments.Count > 2 && _code[arguments[2].From].Is("[") ? _code.Arguments(arguments[2].From) : [];
            foreach (var resource in names.Where(resource => resource.Length > 0))
            {
                var kept = LaravelResources.Of(resource, name.StartsWith("api", StringComparison.Ordinal)).ToList();
                foreach (var option in (string[])["only", "except"])
                {
                    if (_code.Named(options, [option]) is { } listed)
                        kept.RemoveAll(route => IsListed(listed.From, listed.To, route.Action) != (option == "only"));
                }

                _resources[close] = (_facts.Routes.Count, kept.Count, kept);
                _facts.Routes.AddRange(kept.Select(route => new RouteFact(symbol.Framework.Name, route.Method, route.Path, symbol.Id, _code.LineOf(i))));
            }
        }
        else if (name is "only" or "except" && _resources.TryGetValue(chained, out var made) && arguments.Count > 0)
        {
            for (var at = made.Count - 1; at >= 0; at--)
            {
                if (IsListed(arguments[0].From, arguments[^1].To, made.Routes[at].Action) != (name == "only"))
                    _facts.Routes.RemoveAt(made.First + at);
            }
        }
        else if (_resources.TryGetValue(chained, out var same))
        {
            _resources[close] = same;
        }
    }

    private bool IsListed(int from, int to, string action) => Enumerable.Range(from, to - from).Any(at => _code[at].Kind == TokenKind.Text && _code[at].Text == action);

    private void Restrict(int chained, List<(int From, int To)> arguments)
    {
        if (!_routesUntil.TryGetValue(chained, out var until) || until > _facts.Routes.Count)
            return;
        var methods = arguments.SelectMany(argument => Enumerable.Range(argument.From, argument.To - argument.From))
            .Select(at => Http.MethodIn(_code[at].Text)).OfType<string>().Distinct().ToList();
        if (methods.Count == 0)
            return;
        var route = _facts.Routes[until - 1];
        _facts.Routes[until - 1] = route with { Method = methods[0] };
        _facts.Routes.AddRange(methods.Skip(1).Select(method => route with { Method = method }));
    }

    /// <summary>What stands before the name: where it begins, its dotted name, or the bracket that closes the call before.</summary>
    private (int Start, string Name, int Chained) Receiver(int i)
    {
        var at = i;
        var names = new List<string>();
        while (_code[at - 1].Text is "." or "->" or "::" && _code[at - 1].Kind == TokenKind.Sign)
        {
            if (_code[at - 2].Kind == TokenKind.Word)
            {
                names.Add(_code[at - 2].Text);
                at -= 2;
            }
            else if (_code[at - 2].Is("!") && _code[at - 3].Kind == TokenKind.Word)
            {
                names.Add(_code[at - 3].Text);
                at -= 3;
            }
            else if (_code[at - 2].Is(")") && _code.PairOf(at - 2) is > 0 and var open)
            {
                var chained = at - 2;
                var begin = open - 1;
                if (_code[begin].Is(">"))
                {
                    while (begin > 0 && !_code[begin].Is("<"))
                        begin--;
                    begin--;
                }

                return (_code[begin].Kind == TokenKind.Word ? Receiver(begin).Start : open, "", chained);
            }
            else
            {
                break;
            }
        }

        names.Reverse();
        return (at, string.Join('.', names), -1);
    }

    private Symbol? Named(string receiver, string method)
    {
        bool Fits(Framework framework) => _frameworks.Contains(framework) && Knows(framework, method);
        var last = receiver[(receiver.LastIndexOf('.') + 1)..];
        var found = _scopes.Find(receiver, Fits) ?? (receiver.StartsWith("this.", StringComparison.Ordinal) || receiver.StartsWith("self.", StringComparison.Ordinal) || receiver.StartsWith("$this.", StringComparison.Ordinal) || last.StartsWith('_') ? _scopes.Find(last, Fits) : null);
        if (found is not null)
            return found;
        // A name that is known to be something else is not guessed about.
        if (_scopes.Find(receiver, _ => true) is { } other)
            return _frameworks.Any(framework => framework.Name == other.Framework.Name) || other.Framework.IsClient ? other : null;
        foreach (var framework in _frameworks.Where(framework => Knows(framework, method)))
        {
            if (framework.Names.Any(pattern => Matches(pattern, last)))
                return new Symbol(framework.IsClient ? last : _scopes.Qualify(last), framework);
        }

        return null;
    }

    private static bool Knows(Framework framework, string method) =>
        framework.Verbs.ContainsKey(method) || framework.Calls.ContainsKey(method) || framework.Groups.ContainsKey(method) || framework.Mounts.ContainsKey(method) || framework.MethodChain.Contains(method)
        || !framework.IsClient;

    private Framework? OfType(string type)
    {
        if (type.Length == 0)
            return null;
        var words = type.Split([' ', '*', '&', '?', '<', '>', ':', '@', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var dotted = type.Replace(" ", "", StringComparison.Ordinal).TrimStart('*', '&', ':');
        return _frameworks.Find(framework => framework.Types.Any(known => dotted == known || Array.IndexOf(words, known) >= 0));
    }

    private Framework? OfName(string name, bool client) =>
        _frameworks.Find(framework => framework.IsClient == client && framework.Names.Any(pattern => Matches(pattern, name)));

    private static bool Matches(string pattern, string name) => pattern[0] == '*'
        ? name.EndsWith(pattern[1..], StringComparison.Ordinal)
        : pattern == name;

    /// <summary>The name that a value which begins here is assigned to; empty: none.</summary>
    private string Assigned(int start)
    {
        var at = start - 1;
        while (_code[at].Text is "await" or "new" or "yield")
            at--;
        if (_code[at].Text is not ("=" or ":="))
            return "";
        at--;
        if (_code[at].Kind != TokenKind.Word)
            return "";
        // const app: Express = ..., app: FastAPI = ...
        if (_code[at - 1].Is(":") && _code[at - 2].Kind == TokenKind.Word && _code.Language.Name is "TypeScript" or "TSX" or "Python" or "Kotlin")
            at -= 2;
        return DottedBack(at);
    }

    private string DottedBack(int at)
    {
        var name = _code[at].Text;
        while (_code[at - 1].Text is "." or "->" && _code[at - 2].Kind == TokenKind.Word)
        {
            at -= 2;
            name = $"{_code[at].Text}.{name}";
        }

        return name;
    }

    private string? DottedTo(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_code[i].Kind != TokenKind.Word && _code[i].Text is not ("." or "&" or "*"))
                return null;
        }

        return string.Concat(Enumerable.Range(from, to - from).Select(i => _code[i].Text).Where(text => text is not ("&" or "*")));
    }
}
