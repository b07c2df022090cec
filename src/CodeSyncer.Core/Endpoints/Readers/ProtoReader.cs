using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Services of Protocol Buffers.</summary>
internal static class ProtoReader
{
    public const string Grpc = "gRPC";

    /// <summary>A method's path is <c>/package.Service/Method</c> (gRPC over HTTP2, "Requests").</summary>
    public static void Read(Code code, FactList facts)
    {
        var package = "";
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].IsWord("package") && code[i - 1].Text is ";" or "" or "}")
            {
                for (i++; i < code.Count && !code[i].Is(";"); i++)
                    package += code[i].Text;
                package += ".";
                // The health and reflection of gRPC itself, and what Google's libraries bring, are served by every project and by none.
                if (package.StartsWith("grpc.", StringComparison.Ordinal) || package.StartsWith("google.", StringComparison.Ordinal))
                    return;
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

    private static string? Text(Code code, int from, int to)
    {
        var text = string.Concat(Enumerable.Range(from, Math.Max(0, to - from)).Select(i => code[i].IsWord("stream") ? "stream " : code[i].Text));
        return text.Length == 0 ? null : text;
    }
}
