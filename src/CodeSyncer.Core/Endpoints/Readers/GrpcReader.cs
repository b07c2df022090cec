using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>
/// Reads which services of gRPC a file serves and which of their methods it calls. The generated classes carry the service's name with an
/// ending that is fixed in each language (gRPC documentation, "Generated-code reference"); a name that no description defines is dropped later.
/// </summary>
internal sealed class GrpcReader
{
    private readonly Code _code;
    private readonly Framework _row;
    private readonly FactList _facts;
    private readonly List<(int Place, string Name, string Service)> _bound = [];
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    private GrpcReader(Code code, Framework row, FactList facts) => (_code, _row, _facts) = (code, row, facts);

    public static void Read(Code code, IEnumerable<Framework> frameworks, FactList facts)
    {
        foreach (var row in frameworks)
        {
            if (row.Stubs.Length > 0)
                new GrpcReader(code, row, facts).Read();
        }
    }

    private void Read()
    {
        for (var i = 0; i < _code.Count; i++)
        {
            if (_code[i].Kind != TokenKind.Word)
                continue;
            if (ServedAt(i) is { } served)
                _facts.Services.Add((served, _code.LineOf(i)));
            else if (StubAt(i) is { } service)
                Bind(i, service);
        }

        for (var i = 0; i < _code.Count; i++)
        {
            if (_code[i].Kind != TokenKind.Word)
                continue;
            // A name that was given to a stub tells more than its ending: GetCartClient() returns a CartClient.
            if (ServiceOf(_code[i].Text, i) is { } named)
                Calls(named, i, isMade: false);
            else if (StubAt(i) is { } service)
                Calls(service, i, isMade: true);
        }
    }

    private string? ServedAt(int i)
    {
        var word = _code[i].Text;
        // server.addService(proto.Greeter.service, ...), @GrpcMethod('Greeter', 'SayHello')
        if (word == "addService" && _code[i + 1].Is("(") && _code.Arguments(i + 1) is [var first, ..])
        {
            var last = first.To - 1;
            return _code[last].IsWord("service") && _code[last - 1].Is(".") ? _code[last - 2].Text : _code[last].Kind == TokenKind.Word ? _code[last].Text : null;
        }

        if (word is "GrpcMethod" or "GrpcStreamMethod" && _code[i - 1].Is("@"))
            return _code[i + 2].Kind == TokenKind.Text ? _code[i + 2].Text : null;
        return Middle(word, _row.Serves);
    }

    private string? StubAt(int i)
    {
        var word = _code[i].Text;
        // client.getService<GreeterClient>('Greeter')
        if (word == "getService" && Open(i + 1) is > 0 and var open && _code[open + 1].Kind == TokenKind.Text)
            return _code[open + 1].Text;
        if (_row.Stubs.Contains("new.*") && _code[StartOf(i) - 1].IsWord("new") && _code[i + 1].Is("("))
            return Middle(word, ["*Client", "*"]);
        return _aliases.TryGetValue(word, out var alias) ? alias : Middle(word, _row.Stubs);
    }

    /// <summary>The name that the stub is given: <c>name = Stub(...)</c>, <c>name: Stub</c>, <c>Stub name</c>, <c>name pb.Stub</c> of Go.</summary>
    private void Bind(int i, string service)
    {
        var start = StartOf(i);
        while (_code[start - 1].Text is "new" or "&" or "*" or "await" or "const")
            start--;
        var before = _code[start - 1];
        // using CartClient = Shop.Cart.CartClient;
        if (before.Is("=") && _code[start - 3].IsWord("using"))
            _aliases[_code[start - 2].Text] = service;
        if (before.Text is "=" or ":=" or ":" && _code[start - 2].Kind == TokenKind.Word)
            _bound.Add((i, _code[start - 2].Text, service));
        else if (before.Kind == TokenKind.Word && _code.Language.Name == "Go" && before.Text is not ("return" or "go" or "defer" or "func" or "type" or "range" or "case"))
            _bound.Add((i, before.Text, service));
        var next = _code[i + 1].Is("?") ? i + 2 : i + 1;
        if (_code[next].Kind == TokenKind.Word && _code.Language.Name is "C#" or "Java" or "Dart" or "Groovy")
            _bound.Add((i, _code[next].Text, service));
    }

    /// <summary>What the name was given last above; else first below: fields may stand at the end of a class.</summary>
    private string? ServiceOf(string name, int place)
    {
        string? service = null;
        foreach (var bound in _bound)
        {
            if (bound.Name == name && (bound.Place < place || service is null))
                service = bound.Service;
        }

        return service;
    }

    /// <summary>The methods called on it, one behind the other: <c>stub.withDeadlineAfter(...).getQuote(...)</c>.</summary>
    private void Calls(string service, int at, bool isMade)
    {
        var end = Open(at + 1) is > 0 and var open ? _code.PairOf(open) : at;
        for (var i = end + 1; ; i = end + 1)
        {
            if (_code[i].Is("?") || _code[i].Is("!"))
                i++;
            var arguments = Open(i + 2);
            if (_code[i].Text is not ("." or "?." or "->") || _code[i + 1].Kind != TokenKind.Word || arguments < 0)
                return;
            // AdServiceGrpc.newBlockingStub(channel) makes the stub; other methods of a class of its own call nothing.
            var isFirst = end == at && isMade;
            if (isFirst && !_code[i + 1].Text.StartsWith("new", StringComparison.Ordinal))
                return;
            if (!isFirst)
                _facts.Calls.Add(new CallFact(ProtoReader.Grpc, "RPC", $"/{service}/{_code[i + 1].Text}", "", _code.LineOf(i + 1)));
            end = _code.PairOf(arguments);
        }
    }

    /// <summary>The bracket of arguments, behind type arguments too; -1: there is none.</summary>
    private int Open(int i)
    {
        if (_code[i].Is("<") && _code.GenericEnd(i) is > 0 and var end)
            i = end + 1;
        return _code[i].Is("(") && _code.PairOf(i) > 0 ? i : -1;
    }

    /// <summary>First token of the dotted name that ends there.</summary>
    private int StartOf(int i)
    {
        while (_code[i - 1].Is(".") && _code[i - 2].Kind == TokenKind.Word)
            i -= 2;
        return i;
    }

    /// <summary>What the star of the first fitting pattern stands for; classes begin with a capital, and names of variables do not.</summary>
    private static string? Middle(string word, IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            var star = pattern.IndexOf('*');
            var (head, tail) = (pattern[..star], pattern[(star + 1)..]);
            if (word.Length > head.Length + tail.Length && word.StartsWith(head, StringComparison.Ordinal) && word.EndsWith(tail, StringComparison.Ordinal) && char.IsUpper(word[head.Length]))
                return word[head.Length..^tail.Length];
        }

        return null;
    }
}
