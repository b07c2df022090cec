using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>The head of a function: its name, its parameters and where its body ends.</summary>
/// <param name="Name">Of a method of Go with the type before it; <c>default</c>: what the file exports; empty: none.</param>
/// <param name="Parameters">Name and the words of the type.</param>
/// <param name="Body">The first token of the body.</param>
/// <param name="End">Behind its last token.</param>
internal sealed record Header(string Name, IReadOnlyList<(string Name, string Type)> Parameters, int Body, int End)
{
    private static readonly HashSet<string> NoFunctions = ["if", "for", "while", "switch", "catch", "using", "lock", "foreach", "return", "with", "match", "when", "elif", "select", "fixed", "new", "else", "var", "const", "import", "type"];

    /// <summary>The function whose parameters open at this bracket; null: it is no function.</summary>
    public static Header? At(Code code, int open)
    {
        var close = code.PairOf(open);
        if (close < 0)
            return null;
        if (code.IsPython)
            return code[open - 2].IsWord("def") ? Python(code, open, close) : null;
        if (code[open - 1].Kind == TokenKind.Word && NoFunctions.Contains(code[open - 1].Text))
            return null;
        // Between the parameters and the body stands at most a type, or what it throws.
        var at = close + 1;
        while (at < close + 24 && IsType(code, at))
            at = code.PairOf(at) > at ? code.PairOf(at) + 1 : at + 1;
        if (code[at].Is("{") && code.PairOf(at) is > 0 and var end)
            return new Header(NameOf(code, open), ReadParameters(code, open), at, end);
        if (code[at].Text is "=>" or "->")
            return new Header(NameOf(code, open), ReadParameters(code, open), at + 1, ArrowEnd(code, at + 1));
        // fun get(path: String) = ...
        if (code.Language.Name == "Kotlin" && code[at].Is("=") && code[open - 2].IsWord("fun"))
            return new Header(NameOf(code, open), ReadParameters(code, open), at + 1, OutdentAfter(code, open - 2, at + 1));
        return null;
    }

    /// <summary>The first token of a line that is indented no deeper than the line of a place.</summary>
    private static int OutdentAfter(Code code, int place, int from)
    {
        while (place > 0 && !code.IsFirstOfLine(place))
            place--;
        var column = code.ColumnOf(place);
        while (from < code.Count && !(code.IsFirstOfLine(from) && code.ColumnOf(from) <= column))
            from++;
        return from;
    }

    /// <summary>A function of one parameter without brackets: <c>app =&gt; ...</c>.</summary>
    public static Header? OfArrow(Code code, int parameter) =>
        code[parameter].Kind == TokenKind.Word && code[parameter + 1].Is("=>") && code[parameter - 1].Text is "(" or "," or "=" or ":" or "async"
            ? new Header(NameOf(code, parameter), [(code[parameter].Text, "")], parameter + 2, ArrowEnd(code, parameter + 2))
            : null;

    private static bool IsType(Code code, int at) => code[at].Kind == TokenKind.Word
        ? code[at].Text is not ("if" or "for" or "return")
        : code[at].Text is "." or "*" or "<" or ">" or "?" or "[" or "]" or ":" or "|" or "&" or "(";

    private static int ArrowEnd(Code code, int at)
    {
        if (code[at].Is("{") && code.PairOf(at) is > 0 and var end)
            return end;
        for (var i = at; i < code.Count; i++)
        {
            if (code[i].Text is ")" or "]" or "}" or "," or ";" && code[i].Kind == TokenKind.Sign)
                return i;
            if (code.PairOf(i) > i)
                i = code.PairOf(i);
        }

        return code.Count;
    }

    private static Header Python(Code code, int open, int close)
    {
        var column = code.ColumnOf(open - 2);
        var line = code.LineOf(close);
        var end = close + 1;
        while (end < code.Count && !(code.LineOf(end) > line && code.IsFirstOfLine(end) && code.ColumnOf(end) <= column))
            end++;
        return new Header(code[open - 1].Text, ReadParameters(code, open), close + 1, end);
    }

    private static string NameOf(Code code, int open)
    {
        var name = code[open - 1];
        if (name.Is(">"))
        {
            // Type parameters stand between the name and the bracket.
            var at = open - 2;
            while (at > 0 && !code[at].Is("<"))
                at--;
            name = code[at - 1];
            open = at;
        }

        if (name.Kind == TokenKind.Word && name.Text is not ("function" or "func" or "async" or "fn" or "fun"))
        {
            if (code[open - 2].Is(")") && code.PairOf(open - 2) is > 0 and var receiver && code[receiver - 1].IsWord("func"))
                return $"{code[open - 3].Text}.{name.Text}";
            return name.Text;
        }

        var before = name.Kind == TokenKind.Word ? open - 2 : open - 1;
        while (code[before].Text is "async" or "function")
            before--;
        if (code[before].IsWord("default") || (code[before].Is("=") && code[before - 1].IsWord("exports")))
            return "default";
        if (code[before].Is("=") && code[before - 1].Kind == TokenKind.Word)
            return code[before - 1].Text;
        return code[before].Is(":") && code[before - 1].Kind == TokenKind.Word ? code[before - 1].Text : "";
    }

    private static List<(string Name, string Type)> ReadParameters(Code code, int open)
    {
        var parameters = new List<(string, string)>();
        foreach (var (from, to) in code.Arguments(open).SelectMany(argument => code[argument.From].Is("{") && code.PairOf(argument.From) > 0 ? code.Arguments(argument.From) : [argument]))
        {
            var stop = from;
            while (stop < to && !code[stop].Is("="))
                stop++;
            var words = Enumerable.Range(from, stop - from).Where(i => code[i].Kind == TokenKind.Word && !code[i - 1].Is("@")).Select(i => code[i].Text).ToList();
            if (words.Count == 0)
                continue;
            var typeLast = code.Language.Name is "Go" or "TypeScript" or "TSX" or "JavaScript" or "Python" or "Kotlin";
            var name = typeLast ? words[0] : words[^1];
            if (typeLast && words is ["private" or "readonly" or "public" or "protected" or "val" or "var", ..] && words.Count > 1)
                name = words.First(word => word is not ("private" or "readonly" or "public" or "protected" or "val" or "var"));
            var rest = string.Join(' ', Enumerable.Range(from, stop - from).Select(i => code[i].Text).Where(text => text != name));
            parameters.Add((name, rest));
        }

        return parameters;
    }
}
