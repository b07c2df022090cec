using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Reads what the names of a file mean in others: the imports of JavaScript, Python and Go.</summary>
internal static class ImportReader
{
    public static void Read(Code code, FactList facts)
    {
        for (var i = 0; i < code.Count; i++)
        {
            if (code.IsPython)
                Python(code, i, facts);
            else if (code.Language.Name == "Go")
                Go(code, i, facts);
            else if (code.Language.Name is "JavaScript" or "TypeScript" or "TSX")
                JavaScript(code, i, facts);
        }
    }

    private static void Python(Code code, int i, FactList facts)
    {
        if (!code.IsFirstOfLine(i) || code[i].Text is not ("from" or "import"))
            return;
        var isFrom = code[i].IsWord("from");
        var module = "";
        i++;
        while (code[i].Text is "." or ".." || (code[i].Kind == TokenKind.Word && !code[i].IsWord("import") && !code[i].IsWord("as")))
            module += code[i++].Text;
        if (!isFrom)
        {
            var last = module[(module.LastIndexOf('.') + 1)..];
            facts.Imports.Add((code[i].IsWord("as") ? code[i + 1].Text : module, module, ""));
            if (last.Length > 0 && !code[i].IsWord("as"))
                facts.Imports.Add((last, module, ""));
            return;
        }

        if (!code[i].IsWord("import"))
            return;
        i++;
        var inBrackets = code[i].Is("(");
        var end = inBrackets ? code.PairOf(i) : -1;
        var line = code.LineOf(i);
        for (var at = inBrackets ? i + 1 : i; at < code.Count && (inBrackets ? at < end : code.LineOf(at) == line); at++)
        {
            if (code[at].Kind != TokenKind.Word || code[at - 1].IsWord("as"))
                continue;
            var isRenamed = code[at + 1].IsWord("as");
            facts.Imports.Add((isRenamed ? code[at + 2].Text : code[at].Text, module, code[at].Text));
            if (isRenamed)
                at += 2;
        }
    }

    private static void Go(Code code, int i, FactList facts)
    {
        // api, err := admin.NewAPI(db): what is called on api is of the package admin.
        if (code[i].Is(":=") && code[i + 1].Kind == TokenKind.Word && code[i + 2].Is(".") && code[i + 4].Is("(") && facts.Imports.Find(import => import.Name == code[i + 1].Text) is { Module.Length: > 0 } package)
        {
            var name = i - 1;
            while (code[name - 1].Is(","))
                name -= 2;
            facts.Imports.Add((code[name].Text, package.Module, ""));
            return;
        }

        if (!code[i].IsWord("import"))
            return;
        var end = code[i + 1].Is("(") ? code.PairOf(i + 1) : i + 3;
        for (var at = i + 1; at < end; at++)
        {
            if (code[at].Kind != TokenKind.Text)
                continue;
            var path = code[at].Text;
            var name = code[at - 1].Kind == TokenKind.Word && code.LineOf(at - 1) == code.LineOf(at) && !code[at - 1].IsWord("import") ? code[at - 1].Text : path[(path.LastIndexOf('/') + 1)..];
            facts.Imports.Add((name, path, ""));
        }
    }

    private static void JavaScript(Code code, int i, FactList facts)
    {
        if (code[i].IsWord("import") && !code[i + 1].Is("("))
        {
            var from = i + 1;
            while (from < Math.Min(code.Count, i + 80) && !code[from].IsWord("from") && code[from].Kind != TokenKind.Text)
                from++;
            if (!code[from].IsWord("from") || code[from + 1].Kind != TokenKind.Text)
                return;
            Names(code, i + 1, from, code[from + 1].Text, facts);
        }
        else if (code[i].Text is "require" && code[i + 1].Is("(") && code[i + 2].Kind == TokenKind.Text && code[i - 1].Is("="))
        {
            if (code[i - 2].Is("}") && code.PairOf(i - 2) is >= 0 and var open)
                Names(code, open, i - 1, code[i + 2].Text, facts);
            else if (code[i - 2].Kind == TokenKind.Word)
                facts.Imports.Add((code[i - 2].Text, code[i + 2].Text, code[i + 4].Is(".") ? code[i + 5].Text : ""));
        }
    }

    private static void Names(Code code, int from, int to, string module, FactList facts)
    {
        var inBraces = false;
        for (var i = from; i < to; i++)
        {
            if (code[i].Text is "{" or "}")
                inBraces = code[i].Is("{");
            else if (code[i].Is("*"))
                continue;
            else if (code[i].IsWord("as") || code[i].IsWord("type"))
                continue;
            else if (code[i].Kind == TokenKind.Word && (code[i + 1].IsWord("as") || code[i + 1].Is(":")) && inBraces)
                facts.Imports.Add((code[i += 2].Text, module, code[i - 2].Text));
            else if (code[i].Kind == TokenKind.Word)
                facts.Imports.Add((code[i].Text, module, inBraces ? code[i].Text : ""));
        }
    }
}
