using System.Runtime.CompilerServices;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <content>What the names in front of a call mean.</content>
internal sealed partial class CallReader
{
    /// <summary>What stands before the name: where it begins, its dotted name, or the bracket that closes the call before.</summary>
    private (int Start, string Name, int Chained) Receiver(int i)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
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
        // One name may be a router and a client (http of Go): the method tells.
        foreach (var framework in _frameworks.Where(framework => Has(framework, method)).Concat(_frameworks.Where(framework => !framework.IsClient)))
        {
            if (framework.Names.Any(pattern => Matches(pattern, last)))
                return framework.IsClient ? new Symbol(last, framework, IsGuess: !last.Contains(framework.Name, StringComparison.OrdinalIgnoreCase) && last[0] != '$') : new Symbol(_scopes.Qualify(last), framework);
        }

        return null;
    }

    private static bool Knows(Framework framework, string method) => !framework.IsClient || Has(framework, method);

    private static bool Has(Framework framework, string method) =>
        framework.Verbs.ContainsKey(method) || framework.Calls.ContainsKey(method) || framework.Groups.ContainsKey(method) || framework.Mounts.ContainsKey(method) || framework.MethodChain.Contains(method) || framework.Chained.ContainsKey(method) || framework.PlainCalls.ContainsKey(method);

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
