using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Reads what is declared by annotations of classes and their methods: <c>[HttpGet("{id}")]</c>, <c>@GetMapping("/x")</c>, <c>@Get(':id')</c>.</summary>
internal sealed partial class AnnotationReader
{
    private static readonly HashSet<string> ClassWords = ["class", "interface", "record", "struct", "object"];
    private static readonly HashSet<string> ControllerWords = ["Controller", "RestController", "ApiController"];
    private static readonly string[] PathNames = ["value", "path", "url", "template", "Template", "pattern"];

    private readonly Code _code;
    private readonly List<Framework> _frameworks;
    private readonly FactList _facts;
    private readonly Stack<Owner> _owners = new();
    private readonly List<Annotation> _pending = [];
    private readonly bool _isCSharp;

    private AnnotationReader(Code code, List<Framework> frameworks, FactList facts)
    {
        (_code, _frameworks, _facts) = (code, frameworks, facts);
        _isCSharp = code.Language.Name == "C#";
    }

    public static void Read(Code code, List<Framework> frameworks, FactList facts) => new AnnotationReader(code, frameworks, facts).Read();

    private void Read()
    {
        for (var i = 0; i < _code.Count; i++)
        {
            while (_owners.Count > 0 && _owners.Peek().End <= i)
                _owners.Pop();
            if (_isCSharp && _code[i].Is("[") && IsAttributePlace(i))
                i = TakeAttributes(i);
            else if (!_isCSharp && _code[i].Is("@") && _code[i + 1].Kind == TokenKind.Word && !_code[i + 1].IsWord("interface"))
                i = TakeAnnotation(i + 1);
            else if (_code[i].Kind == TokenKind.Word && ClassWords.Contains(_code[i].Text) && _code[i + 1].Kind == TokenKind.Word && !_code[i - 1].Is("."))
                i = TakeClass(i);
            else if (_pending.Count > 0 && _code[i].Kind == TokenKind.Word && OpenOf(i) is > 0 and var open && _code.PairOf(open) > 0)
                i = TakeMethod(i, open);
            else if (_code[i].Text is ";" or "}" or "{" && _code[i].Kind == TokenKind.Sign)
                _pending.Clear();
        }
    }

    private bool IsAttributePlace(int i) => i == 0 || _code[i - 1].Text is "{" or "}" or ";" or "]" or ")" or ">" && _code[i - 1].Kind == TokenKind.Sign;

    private int TakeAttributes(int open)
    {
        var close = _code.PairOf(open);
        if (close < 0)
            return open;
        foreach (var (from, to) in _code.Arguments(open))
        {
            var at = from;
            while (at + 2 < to && _code[at + 1].Text is "." or ":")
                at += 2;
            if (_code[at].Kind == TokenKind.Word)
                _pending.Add(new Annotation(_code[at].Text, _code[at + 1].Is("(") ? at + 1 : -1, at, close));
        }

        return close;
    }

    private int TakeAnnotation(int i)
    {
        while (_code[i + 1].Text is "." or ":" && _code[i + 2].Kind == TokenKind.Word)
            i += 2;
        var open = _code[i + 1].Is("(") && _code.PairOf(i + 1) > 0 ? i + 1 : -1;
        _pending.Add(new Annotation(_code[i].Text, open, i, open > 0 ? _code.PairOf(open) : i));
        return open > 0 ? _code.PairOf(open) : i;
    }

    private int TakeClass(int i)
    {
        var body = i + 1;
        while (body < _code.Count && _code[body].Text is not ("{" or ";"))
            body = _code.PairOf(body) > body ? _code.PairOf(body) + 1 : body + 1;
        // An annotation at the end of a class's line (Kotlin) is none of a class without a body.
        if (!_code[body].Is("{") || _code.PairOf(body) < 0)
        {
            _pending.Clear();
            return i;
        }

        var annotations = _pending.ToList();
        _pending.Clear();
        var name = _code[i + 1].Text;
        // A class that inherits from it is served below the same path.
        foreach (var prefix in PrefixesOf(annotations, "[controller]"))
            _facts.Prefixes.Add((RouteFact.Inherited + name, prefix));
        _owners.Push(new Owner(name, _code[i].Text is "interface", _code.PairOf(body), annotations, PrefixesOf(annotations, name), BaseOf(i + 2, body)));
        return body;
    }

    /// <summary>The class that a class inherits from, as far as its head says it; empty: none.</summary>
    private string BaseOf(int from, int body)
    {
        for (var i = from; i < body; i++)
        {
            if (_code.PairOf(i) > i)
                i = _code.PairOf(i);
            else if ((_code[i].Is(":") || _code[i].IsWord("extends")) && _code[i + 1].Kind == TokenKind.Word)
                return _code[i + 1].Text;
        }

        return "";
    }

    private int TakeMethod(int i, int open)
    {
        var close = _code.PairOf(open);
        if (_owners.TryPeek(out var owner))
        {
            foreach (var framework in _frameworks)
                Judge(framework, owner, i, open, close);
        }

        _pending.Clear();
        return close;
    }

    private void Judge(Framework framework, Owner owner, int i, int open, int close)
    {
        var verbs = _pending.Where(annotation => framework.Annotations.ContainsKey(annotation.Name)).ToList();
        var isController = owner.Annotations.Any(annotation => ControllerWords.Contains(annotation.Name)) || owner.Name.EndsWith("Controller", StringComparison.Ordinal);
        var calls = framework.IsClient || owner.Annotations.Any(annotation => framework.CallingClasses.Contains(annotation.Name));
        var isOwner = framework.Name switch
        {
            "NestJS" => owner.Annotations.Any(annotation => annotation.Name == "Controller"),
            "Spring" => calls || isController || owner.Annotations.Any(annotation => framework.ClassPrefixes.Contains(annotation.Name)),
            "ASP.NET Core" => !owner.IsInterface,
            _ => owner.IsInterface || _code.Language.Name == "Dart",
        };
        if (!isOwner)
            return;
        var routes = _isCSharp && !calls ? _pending.Where(annotation => framework.ClassPrefixes.Contains(annotation.Name)).ToList() : [];
        if (verbs.Count == 0 && (routes.Count == 0 || !isController))
            return;
        var (request, response) = TypesOf(i, open, close);
        foreach (var (verb, line, paths) in Declared(framework, verbs, routes))
        {
            foreach (var path in paths)
            {
                foreach (var whole in Whole(framework, owner, path, _code[i].Text, routes.Count > 0))
                {
                    if (calls)
                        _facts.Calls.Add(new CallFact(framework.IsClient ? framework.Name : "Feign", verb, whole, framework.Name is "Retrofit" or "Refit" ? framework.Name : "", line, response));
                    else
                        _facts.Routes.Add(new RouteFact(framework.Name, verb, whole, RouterOf(framework, owner, whole, path, _code[i].Text), line, request, response));
                }
            }
        }
    }

    /// <summary>What stands before the path: that of the class it inherits from, which another file may hold, where it has none itself.</summary>
    private static string RouterOf(Framework framework, Owner owner, string? whole, string? path, string method) =>
        owner.Base.Length == 0 || owner.Prefixes.Count > 0 || path is null || (path.Length > 0 && (path[0] is '/' or '~') && framework.Name != "Spring") ? framework.Name
            : $"{framework.Name}{RouteFact.Inherited}{owner.Base}:{owner.Controller}:{(path.Length == 0 && whole is ['/', ..] && framework.Name != "Spring" ? Action(method) : "")}";

    private IEnumerable<(string Verb, int Line, List<string?> Paths)> Declared(Framework framework, List<Annotation> verbs, List<Annotation> routes)
    {
        if (verbs.Count == 0)
        {
            foreach (var route in routes)
                yield return ("ANY", _code.LineOf(route.At), PathsOf(route));
            yield break;
        }

        foreach (var annotation in verbs)
        {
            var paths = PathsOf(annotation);
            if (paths is [""] && routes.Count > 0)
                paths = [.. routes.SelectMany(PathsOf)];
            var verb = framework.Annotations[annotation.Name];
            foreach (var method in verb == "?" ? MethodsOf(annotation) : [verb])
                yield return (method, _code.LineOf(annotation.At), paths);
        }
    }

    private IEnumerable<string?> Whole(Framework framework, Owner owner, string? path, string method, bool hasRoute)
    {
        if (path is null)
            return [null];
        if (_isCSharp)
        {
            path = path.Replace("[action]", Action(method), StringComparison.OrdinalIgnoreCase).Replace("[controller]", owner.Controller, StringComparison.OrdinalIgnoreCase);
            if (path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith('/'))
                return [path.TrimStart('~')];
            // Without any template the conventional route of MVC serves it.
            if (!framework.IsClient && path.Length == 0 && owner.Prefixes.Count == 0 && !hasRoute)
                return [$"/{owner.Controller}/{Action(method)}"];
        }

        return owner.Prefixes.Count == 0 || framework.IsClient ? [path] : owner.Prefixes.Select(prefix => prefix is null ? null
            : Join(_isCSharp ? prefix.Replace("[action]", Action(method), StringComparison.OrdinalIgnoreCase) : prefix, path));
    }

    private static string Action(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method[..^5] : method;

    private static string Join(string prefix, string path) => path.Length == 0 ? prefix : $"{prefix.TrimEnd('/')}/{path.TrimStart('/')}";

    private List<string?> PrefixesOf(List<Annotation> annotations, string name)
    {
        var prefixes = new List<string?>();
        foreach (var framework in _frameworks)
        {
            foreach (var annotation in annotations.Where(annotation => framework.ClassPrefixes.Contains(annotation.Name) || framework.CallingClasses.Contains(annotation.Name)))
            {
                var isCaller = framework.CallingClasses.Contains(annotation.Name);
                var version = annotation.Open > 0 && framework.Name == "NestJS" ? VersionOf(annotation) : "";
                foreach (var path in isCaller ? [CallerPath(annotation)] : PathsOf(annotation))
                {
                    var text = path?.Replace("[controller]", Owner.ControllerOf(name), StringComparison.OrdinalIgnoreCase);
                    prefixes.Add(text is null ? null : version + (text.Length == 0 || text[0] == '/' || isCaller ? text : "/" + text));
                }
            }
        }

        return prefixes;
    }

    private sealed record Annotation(string Name, int Open, int At, int End);

    private sealed record Owner(string Name, bool IsInterface, int End, List<Annotation> Annotations, List<string?> Prefixes, string Base)
    {
        public string Controller => ControllerOf(Name);

        public static string ControllerOf(string name) => name.EndsWith("Controller", StringComparison.Ordinal) ? name[..^"Controller".Length] : name;
    }
}
