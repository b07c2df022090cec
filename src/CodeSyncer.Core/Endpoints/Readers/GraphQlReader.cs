using System.Buffers;
using System.Text.RegularExpressions;
using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Source;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>The root fields of GraphQL schemas and of the operations that ask for them, in files of their own and in texts of other languages.</summary>
internal static partial class GraphQlReader
{
    public const string Name = "GraphQL";

    private static readonly SearchValues<string> Beginnings = SearchValues.Create(["query", "mutation", "subscription", "type Query", "type Mutation", "type Subscription"], StringComparison.Ordinal);

    public static void Read(Code code, FactList facts)
    {
        ReadTypes(code, 0, facts);
        ReadOperations(code, 0, facts);
    }

    public static void ReadTexts(Code code, FactList facts)
    {
        var isClient = code.Text.Contains("@apollo/client", StringComparison.Ordinal) || code.Text.Contains("apollo-client", StringComparison.Ordinal);
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].Kind != TokenKind.Text || !code[i].Text.Contains('{') || !code[i].Text.AsSpan().ContainsAny(Beginnings) || !Begins().IsMatch(code[i].Text))
                continue;
            var inner = new Code(code.Path, Hole().Replace(code[i].Text, " "), LanguageCatalog.ForPath("x.graphql")!);
            // What a client extends the schema with never leaves it.
            if (!isClient)
                ReadTypes(inner, code.LineOf(i) - 1, facts);
            ReadOperations(inner, code.LineOf(i) - 1, facts);
        }
    }

    /// <summary>Source: GraphQL specification, "Operations" and "Selection Sets".</summary>
    private static void ReadOperations(Code code, int line, FactList facts)
    {
        for (var i = 0; i < code.Count; i++)
        {
            // A schema's "schema { query: Query }" names types; fields of objects may have these names too.
            if (code[i].Kind != TokenKind.Word || code[i].Text is not ("query" or "mutation" or "subscription") || code[i + 1].Is(":"))
            {
                i = code.PairOf(i) > i ? code.PairOf(i) : i;
                continue;
            }

            var open = OpenOf(code, i);
            var end = code.PairOf(open);
            for (var at = open + 1; at < end; at++)
            {
                if (code.PairOf(at) > at)
                    at = code.PairOf(at);
                else if (code[at].Is("@"))
                    at++;
                else if (code[at].Text is "." or "..")
                    at = AfterSpread(code, at);
                else if (code[at].Kind == TokenKind.Word && !code[at + 1].Is(":") && !IsLocal(code, at))
                    facts.Calls.Add(new CallFact(Name, code[i].Text.ToUpperInvariant(), code[at].Text, "", line + code.LineOf(at)));
            }

            i = Math.Max(i, end);
        }
    }

    /// <summary>A field with the directive <c>@client</c> is answered by the client itself.</summary>
    private static bool IsLocal(Code code, int field)
    {
        var at = field + 1;
        if (code[at].Is("(") && code.PairOf(at) > 0)
            at = code.PairOf(at) + 1;
        return code[at].Is("@") && code[at + 1].IsWord("client");
    }

    /// <summary>Where the selection of an operation begins, behind its name, its variables and its directives; -1: it is none.</summary>
    private static int OpenOf(Code code, int keyword)
    {
        var at = keyword + 1;
        if (code[at].Kind == TokenKind.Word)
            at++;
        if (code[at].Is("("))
            at = code.PairOf(at) + 1;
        while (code[at].Is("@") && at > keyword)
        {
            at += 2;
            if (code[at].Is("("))
                at = code.PairOf(at) + 1;
        }

        return at > keyword && code[at].Is("{") ? at : -1;
    }

    /// <summary>Last token of <c>...Fragment</c> and <c>... on Type</c>.</summary>
    private static int AfterSpread(Code code, int at)
    {
        while (code[at + 1].Text is "." or "..")
            at++;
        return code[at + 1].IsWord("on") ? at + 2 : code[at + 1].Kind == TokenKind.Word ? at + 1 : at;
    }

    /// <summary>Source: GraphQL specification, "Root Operation Types" and "Type Extensions".</summary>
    private static void ReadTypes(Code code, int line, FactList facts)
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
                if (code[at].Is("@"))
                    at = code[at + 2].Is("(") && code.PairOf(at + 2) > 0 ? code.PairOf(at + 2) : at + 1;
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
                facts.Routes.Add(new RouteFact(Name, code[i + 1].Text.ToUpperInvariant(), code[name].Text, "", line + code.LineOf(name), null, string.Concat(Enumerable.Range(from, at + 1 - from).Select(place => code[place].Text))));
            }

            i = Math.Max(i, end);
        }
    }

    [GeneratedRegex(@"^\s*(#[^\n]*\s*|""""""[^""]*""""""\s*|\{=[^}]*\}\s*)*(query|mutation|subscription|(extend\s+)?(type|input|enum|scalar|interface|union|directive|schema|fragment))\b")]
    private static partial Regex Begins();

    [GeneratedRegex(@"\{=[^}]*\}")]
    private static partial Regex Hole();
}
