using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Services of Protocol Buffers and the root fields of a GraphQL schema.</summary>
internal static class SchemaReader
{
    public const string Grpc = "gRPC";
    public const string GraphQl = "GraphQL";

    /// <summary>A method's path is <c>/package.Service/Method</c> (gRPC over HTTP2, "Requests").</summary>
    public static void ReadProto(Code code, FactList facts)
    {
        var package = "";
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].IsWord("package") && code[i - 1].Text is ";" or "" or "}")
            {
                for (i++; i < code.Count && !code[i].Is(";"); i++)
                    package += code[i].Text;
                package += ".";
            }
            else if (code[i].IsWord("service") && code[i + 1].Kind == TokenKind.Word && code[i + 2].Is("{") && code.PairOf(i + 2) is > 0 and var end)
            {
                var service = code[i + 1].Text;
                for (i += 3; i < end; i++)
                {
                    if (!code[i].IsWord("rpc") || !code[i + 2].Is("("))
                        continue;
                    var close = code.PairOf(i + 2);
                    var answer = close + 2;
                    facts.Routes.Add(new RouteFact(Grpc, "RPC", $"/{package}{service}/{code[i + 1].Text}", "", code.LineOf(i), Text(code, i + 3, close), code[answer].Is("(") ? Text(code, answer + 1, code.PairOf(answer)) : null));
                    i = close;
                }
            }
        }
    }

    /// <summary>Source: GraphQL specification, "Root Operation Types" and "Type Extensions".</summary>
    public static void ReadGraph(Code code, FactList facts)
    {
        for (var i = 0; i < code.Count; i++)
        {
            if (!code[i].IsWord("type") || code[i + 1].Text is not ("Query" or "Mutation" or "Subscription"))
                continue;
            var open = i + 2;
            while (open < code.Count && !code[open].Is("{"))
                open++;
            var end = code.PairOf(open);
            for (var at = open + 1; at < end; at++)
            {
                if (code[at].Kind != TokenKind.Word || !code[at + 1].Is("(") && !code[at + 1].Is(":"))
                    continue;
                var name = at;
                if (code[at + 1].Is("("))
                    at = code.PairOf(at + 1);
                if (at < 0 || !code[at + 1].Is(":"))
                    break;
                var from = at + 2;
                at = from;
                while (at + 1 < end && (code[at + 1].Text is "!" or "]" || code[at].Is("[")))
                    at++;
                facts.Routes.Add(new RouteFact(GraphQl, code[i + 1].Text.ToUpperInvariant(), code[name].Text, "", code.LineOf(name), null, Text(code, from, at + 1)));
            }

            i = Math.Max(i, end);
        }
    }

    private static string? Text(Code code, int from, int to)
    {
        var text = string.Concat(Enumerable.Range(from, Math.Max(0, to - from)).Select(i => code[i].IsWord("stream") ? "stream " : code[i].Text));
        return text.Length == 0 ? null : text;
    }
}
