using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <content>Routers: where they are made, mounted in others, and given to functions.</content>
internal sealed partial class CallReader
{
    private void Mount(Framework framework, Symbol symbol, Signature mount, List<(int From, int To)> arguments, int i)
    {
        if (arguments.Count == 0)
            return;
        foreach (var path in PathsOf(mount, arguments))
            Mount(symbol, framework, mount, path, arguments, i);
    }

    private void Mount(Symbol symbol, Framework framework, Signature mount, (bool Given, string? Text) path, List<(int From, int To)> arguments, int i)
    {
        if (arguments.Count == 2 && path.Text is not null && Table(path.Text, arguments[1]) is { Count: > 0 } rows)
        {
            _facts.Mounts.AddRange(rows.Select(row => new MountFact(symbol.Id, row.Path, row.Target)));
            return;
        }

        var hasPath = path.Given && (mount.At < 0 || path.Text is not null);
        var prefix = hasPath ? path.Text : "";
        if (mount.At >= 0 && hasPath && prefix is not null && prefix.StartsWith("{=", StringComparison.Ordinal) && arguments.Count == 1)
            prefix = "";
        // A folder of plugins: { dir: path.join(__dirname, 'routes') }.
        if (arguments.Count > 1 && _code[arguments[1].From].Is("{") && _code.Named(_code.Arguments(arguments[1].From), ["dir"]) is { } folder)
        {
            var parts = Enumerable.Range(folder.From, folder.To - folder.From).Where(at => _code[at].Kind == TokenKind.Text).Select(at => _code[at].Text.Trim('.', '/'));
            _facts.Mounts.Add(new MountFact(symbol.Id, prefix, MountFact.Folder + string.Join('/', parts)));
            return;
        }

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

    /// <summary>Routers from a list above: <c>routes.forEach(route => router.use(route.path, route.router))</c>.</summary>
    private List<(string? Path, string Target)> Table(string path, (int From, int To) target)
    {
        var rows = new List<(string?, string)>();
        if (path.TrimEnd('}').Split('.') is not [var item, var key] || DottedTo(target.From, target.To)?.Split('.') is not [var other, var value] || item != "{=" + other || ListOf(other) is not { } list)
            return rows;
        foreach (var (from, _) in _code.Arguments(list).Where(entry => _code[entry.From].Is("{")))
        {
            var properties = _code.Arguments(from);
            if (_code.Named(properties, [key]) is { } at && _code.Named(properties, [value]) is { } router && Reference(router.From, router.To) is { Length: > 0 } reference)
                rows.Add((Expression.Read(_code, at.From, at.To), reference));
        }

        return rows;
    }

    /// <summary>The bracket of the list whose items a name stands for: the parameter of a function that is given to <c>forEach</c>, or the variable of a loop.</summary>
    private int? ListOf(string item)
    {
        var list = "";
        if (_scopes.AtOf(item) is { } at && _code[at - 1].Is("(") && _code[at - 2].Text is "forEach" or "map")
            list = _code[at - 4].Text;
        for (var i = _place; list.Length == 0 && i > Math.Max(0, _place - 200); i--)
        {
            if (_code[i].IsWord(item) && _code[i + 1].IsWord("of"))
                list = _code[i + 2].Text;
        }

        for (var i = _place; list.Length > 0 && i > 0; i--)
        {
            if (_code[i].IsWord(list) && _code[i + 1].Is("=") && _code[i + 2].Is("["))
                return i + 2;
        }

        return null;
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
            if (framework.IsClient && _scopes.Function.Length > 0)
                _makers.TryAdd(_scopes.Function[(_scopes.Function.LastIndexOf('.') + 1)..], symbol);
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
}
