using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <content>Routes and calls: where a method takes its path and its verb.</content>
internal sealed partial class CallReader
{
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
            {
                foreach (var path in symbol.IsWhole ? [(true, "")] : PathsOf(framework.Path, arguments))
                    Route(framework, symbol, method, path, i, close, arguments, framework.Path);
            }
        }
        else if ((framework.Calls.TryGetValue(name, out var signature) || framework.PlainCalls.TryGetValue(name, out signature)) && (arguments.Count >= framework.MinArguments || signature.At < 0))
        {
            if (signature.IsSubtree && StripPrefix(symbol, arguments))
                return;
            foreach (var path in PathsOf(signature, arguments))
            {
                foreach (var verb in Methods(signature, arguments, i))
                    Route(framework, symbol, verb, path, i, close, arguments, signature);
            }
        }
        else if (framework.Chained.TryGetValue(name, out var chained))
        {
            var (methods, isBehindGroup) = Chain(framework, i);
            foreach (var verb in chained.IsWhole && !isBehindGroup ? [] : methods)
                Route(framework, symbol, verb, chained.IsWhole ? (true, "/*") : PathOf(chained, arguments), i, close, arguments, chained);
        }
        else if (framework.Mounts.TryGetValue(name, out var mount))
        {
            Mount(framework, symbol, mount, arguments, i);
        }
    }

    private void Route(Framework framework, Symbol symbol, string method, (bool Given, string? Text) path, int i, int close, List<(int From, int To)> arguments, Signature signature)
    {
        if (!path.Given)
            return;
        var text = path.Text is null ? null : Filled(path.Text);
        if (signature.HoldsMethod && text is not null && text.IndexOf(' ') is > 0 and var space)
            (method, text) = (text[..space], text[(space + 1)..].Trim());
        if (signature.HoldsMethod && text is { Length: > 0 } && text[0] is not ('/' or '{') && text.IndexOf('/') is > 0 and var slash)
            text = text[slash..];
        if (signature.IsSubtree && text is [_, .., '/'])
            text += "*";
        var line = _code.LineOf(i);
        if (framework.IsClient)
        {
            text = text is null ? null : Urls.WithoutTemplates(text);
            if (text is not null && !Wrap(framework, symbol, method, text, line) && Urls.LooksLikeOne(text, framework.AnyReceiver || !symbol.IsGuess))
            {
                _callsUntil[close] = _facts.Calls.Count;
                _facts.Calls.Add(new CallFact(framework.Name, method, text, symbol.Id, line, TypeArgument(i)));
            }

            return;
        }

        // app.get("setting", x) is no route, and neither is a map's get with a default.
        if (framework.Name is "Express" or "Fastify" && ((text is null && _code[arguments[0].From].Kind != TokenKind.Pattern && !IsHandler(arguments[^1])) || (text is not null && text.Length > 0 && text[0] is not ('/' or '*' or '{') && !symbol.IsWhole)))
            return;
        _routesUntil[close] = _facts.Routes.Count + 1;
        var (request, response) = Types(framework, close, arguments);
        _facts.Routes.Add(new RouteFact(framework.Name, method, text, symbol.Id, line, request, response));
    }

    private string? TypeArgument(int i) => _code[i + 1].Is("<") && _code.GenericEnd(i + 1) is > 0 and var end
        ? string.Concat(Enumerable.Range(i + 2, end - i - 2).Select(at => _code[at].Text))
        : null;

    private bool IsHandler((int From, int To) argument) => Enumerable.Range(argument.From, argument.To - argument.From).Any(at => _code[at].Text is "=>" or "function");

    /// <summary><c>http.Handle("/api/", http.StripPrefix("/api", users))</c> puts another router below; a handler of files is none.</summary>
    private bool StripPrefix(Symbol symbol, List<(int From, int To)> arguments)
    {
        var (from, to) = arguments[^1];
        if (!Enumerable.Range(from, Math.Min(4, to - from)).Any(at => _code[at].IsWord("StripPrefix")) || _code.PairOf(to - 1) is not (> 0 and var open) || _code.Arguments(open) is not [var prefix, var inner])
            return false;
        if (Reference(inner.From, inner.To) is not { Length: > 0 } reference || (reference.StartsWith("function:", StringComparison.Ordinal) && reference.Contains('.')))
            return false;
        _facts.Mounts.Add(new MountFact(symbol.Id, Expression.Read(_code, prefix.From, prefix.To), reference));
        return true;
    }

    /// <summary>Each path of a list: <c>app.get(['/a', '/b'], ...)</c>.</summary>
    private List<(bool Given, string? Text)> PathsOf(Signature signature, List<(int From, int To)> arguments)
    {
        if (signature.At >= 0 && arguments.Count > signature.At && arguments[signature.At] is var (from, to) && _code[from].Is("[") && _code.PairOf(from) == to - 1 && _code.Arguments(from) is { Count: > 1 } items)
            return [.. items.Select(item => (true, Expression.Read(_code, item.From, item.To)))];
        return [PathOf(signature, arguments)];
    }

    /// <summary>The path among the arguments, and whether there is one at all.</summary>
    private (bool Given, string? Text) PathOf(Signature signature, List<(int From, int To)> arguments)
    {
        foreach (var argument in arguments)
        {
            if (signature.Names.Length == 0)
                break;
            if (_code.Named([argument], signature.Names) is { } direct)
                return (true, Expression.Read(_code, direct.From, direct.To));
            if (PropertiesOf(argument) is { } properties && _code.Named(properties, signature.Names) is { } property)
                return (true, Expression.Read(_code, property.From, property.To));
        }

        if (signature.At < 0 || arguments.Count <= signature.At)
            return (false, null);
        var (from, to) = arguments[signature.At];
        if (_code[from].Is("{") || (signature.Names.Length > 0 && to == from + 1 && _objects.TryGetValue(_code[from].Text, out var held) && _code[held].Is("{")))
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
                ?? (PropertiesOf(argument) is { } properties ? _code.Named(properties, signature.MethodNames) : null) ?? place;
        }

        if (place is null)
            return [ChainedVerb(i) ?? signature.Default];
        var methods = Enumerable.Range(place.Value.From, place.Value.To - place.Value.From)
            .Where(at => _code[at].Kind is TokenKind.Text || (_code[at].Kind is TokenKind.Word && !_code[at + 1].Is("."))).Select(at => Http.MethodIn(_code[at].Text)).OfType<string>().Distinct().ToList();
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

    /// <summary><c>r.Methods("GET").Path("/x")</c>: the verbs stand anywhere before, and so may a group.</summary>
    private (List<string> Methods, bool IsBehindGroup) Chain(Framework framework, int i)
    {
        var (methods, isBehindGroup) = (new List<string>(), false);
        while (_code[i - 1].Is(".") && _code[i - 2].Is(")") && _code.PairOf(i - 2) is > 0 and var open)
        {
            i = open - 1;
            isBehindGroup |= framework.Groups.ContainsKey(_code[i].Text);
            if (framework.MethodChain.Contains(_code[i].Text))
                methods.AddRange(Enumerable.Range(open, _code.PairOf(open) - open).Select(at => Http.MethodIn(_code[at].Text)).OfType<string>());
        }

        return (methods.Count > 0 ? [.. methods.Distinct()] : ["ANY"], isBehindGroup);
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
}
