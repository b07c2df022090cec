using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <content>Functions around a client that are given the path, and calls of what may be one.</content>
internal sealed partial class CallReader
{
    /// <summary>Of one file; who passes more paths on than this does something else.</summary>
    private const int MostPasses = 400;

    private const int MostArguments = 4;

    /// <summary>Functions that take texts with slashes and never call anybody.</summary>
    private static readonly HashSet<string> NoWrappers = ["require", "import", "log", "error", "warn", "info", "debug", "trace", "describe", "it", "test", "expect", "join", "resolve", "split", "replace", "startsWith", "endsWith", "includes", "indexOf", "match", "push", "setAttribute", "getElementById", "querySelector", "addEventListener", "on", "emit", "navigate", "redirect", "print", "println", "Printf", "Println", "Sprintf", "Errorf", "open", "getenv", "getItem", "setItem"];

    /// <summary>Notes a function that hands its parameter on; true: what is called is for its callers to say.</summary>
    private bool Wrap(Framework framework, Symbol symbol, string method, string text, int line)
    {
        if (HandedOn(text) is not { } around)
            return false;
        var url = Placed(text, around.Parameters);
        if (Urls.HeadOf(url, around.Parameters) is not { } isWhole)
            return false;
        _facts.Wrappers.Add(new WrapperFact(around.Owner, around.Name, around.Parameters, framework.Name, method, url, symbol.Id, line));
        return isWhole;
    }

    private void Pass(int i, string full, string name, List<(int From, int To)> arguments)
    {
        if (arguments.Count == 0 || NoWrappers.Contains(name) || _facts.Passes.Count >= MostPasses)
            return;
        var isVerb = Urls.IsVerb(name);
        var texts = new List<(string Name, string? Text)>();
        string? method = null;
        var inObject = false;
        // The properties of an object are arguments with names.
        var given = arguments.Take(MostArguments).SelectMany(argument => PropertiesOf(argument) is { } properties ? properties.Prepend((argument.From, argument.From)) : [argument]).Take(2 * MostArguments);
        foreach (var (from, to) in given)
        {
            if (from == to)
            {
                inObject = true;
                texts.Add(("{", null));
                continue;
            }

            var named = _code[from].Kind == TokenKind.Word && to > from + 2 && _code[from + 1].Text is "=" or ":";
            var text = Expression.Read(_code, named ? from + 2 : from, to) is { } read ? Filled(read) : null;
            // { url }
            var isShort = inObject && to == from + 1 && _code[from].Kind == TokenKind.Word;
            texts.Add((named || isShort ? _code[from].Text : "", text));
            // http.MethodDelete, HttpMethod.Put
            if (text is ['{', '=', .. var constant, '}'] && constant.Contains('.') && Http.MethodIn(constant[(constant.LastIndexOf('.') + 1)..]) is { } meant)
                method = meant;
            else if (text is { Length: < 8 } && Http.MethodIn(text) is { } said && (text == said || ((named || isShort) && _code[from].Text is "method" or "type")))
                method = said;
        }

        var around = texts.Select(argument => argument.Text is null ? null : HandedOn(argument.Text)).FirstOrDefault(function => function is not null);
        if (around is null && !texts.Any(argument => argument.Text is { } text && Urls.MayBePassed(text, isVerb)))
            return;
        var target = full.Replace("$this.", "this.", StringComparison.Ordinal);
        // What is called on itself is of the type around, unless that says nothing of it (then it is inherited).
        if (target.StartsWith("this.", StringComparison.Ordinal) || target.StartsWith("self.", StringComparison.Ordinal) || (full == name && _code.Language.Name is "C#" or "Java" or "Kotlin" or "Dart"))
            _facts.OwnPasses.Add((_facts.Passes.Count, Enclosing.OwnerOf(_code, i), name));
        _facts.Passes.Add(new PassFact(target, [.. texts.Select(argument => (argument.Name, argument.Text is null || around is null ? argument.Text : Placed(argument.Text, around.Parameters)))],
            method, around, _code.LineOf(i), TypeArgument(i)));
    }

    /// <summary>The function around whose parameter a text holds; one whose parameter the text begins with before others.</summary>
    private WrapperName? HandedOn(string text)
    {
        WrapperName? first = null;
        for (var at = text.IndexOf("{=", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{=", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
                break;
            if (_scopes.WithParameter(text[(at + 2)..end].Split('.')[0]) is not { } found)
                continue;
            var function = NameOf(found);
            if (Urls.HeadOf(Placed(text, function.Parameters), function.Parameters) is not null)
                return function;
            first ??= function;
        }

        return first;
    }

    private WrapperName NameOf((Header Header, int At) function)
    {
        var name = function.Header.Name;
        var dot = name.LastIndexOf('.');
        var parameters = function.Header.Parameters.Select(parameter => parameter.Name).SkipWhile(parameter => _code.IsPython && parameter is "self" or "cls");
        return new WrapperName(dot > 0 ? name[..dot] : Enclosing.OwnerOf(_code, function.At - 1), name[(dot + 1)..], [.. parameters]);
    }

    /// <summary>Parameters by their places, so that no other name of the file is taken for them.</summary>
    private static string Placed(string text, IReadOnlyList<string> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            text = text.Replace($"{{={parameters[i]}}}", $"{{#{i}}}", StringComparison.Ordinal);
            // A property of a parameter is an argument with a name.
            if (text.Contains($"{{={parameters[i]}.", StringComparison.Ordinal))
                text = text.Replace($"{{={parameters[i]}.", "{#.", StringComparison.Ordinal);
        }

        return text;
    }
}
