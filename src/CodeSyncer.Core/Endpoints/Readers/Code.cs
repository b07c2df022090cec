using CodeSyncer.Core.Source;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>The tokens of a file with their brackets paired; what every reader here walks over.</summary>
internal sealed class Code
{
    private const string Openings = "([{";
    private const string Closings = ")]}";

    private readonly LineTable _lines;
    private readonly int[] _pair;

    public Code(string path, string text, Language language)
    {
        (Path, Text, Language) = (path, text, language);
        _lines = new LineTable(text);
        Tokens = CodeTokens.Read(text, language);
        _pair = Pair(Tokens);
    }

    public string Path { get; }

    public string Text { get; }

    public Language Language { get; }

    public List<Token> Tokens { get; }

    public int Count => Tokens.Count;

    /// <summary>The token there; a sign without text beyond both ends.</summary>
    public Token this[int i] => i >= 0 && i < Tokens.Count ? Tokens[i] : new Token(TokenKind.Sign, Text.Length, Text.Length, "");

    public bool IsPython => Language.Name == "Python";

    public bool IsPhp => Language.Name is "PHP" or "PHP code";

    /// <summary>The other bracket of a pair; -1: none.</summary>
    public int PairOf(int i) => i >= 0 && i < _pair.Length ? _pair[i] : -1;

    /// <summary>1-based.</summary>
    public int LineOf(int i) => _lines.LineOf(this[i].Start) + 1;

    /// <summary>Characters before the token on its line.</summary>
    public int ColumnOf(int i) => this[i].Start - _lines.StartOf(_lines.LineOf(this[i].Start));

    public bool IsFirstOfLine(int i) => i == 0 || LineOf(i - 1) != LineOf(i);

    /// <summary>The arguments between a pair of brackets: first token and the one behind the last.</summary>
    public List<(int From, int To)> Arguments(int open)
    {
        var close = PairOf(open);
        var arguments = new List<(int, int)>();
        if (close < 0)
            return arguments;
        var from = open + 1;
        for (var i = open + 1; i < close; i++)
        {
            if (Tokens[i].Is(","))
            {
                arguments.Add((from, i));
                from = i + 1;
            }
            else if (PairOf(i) > i)
            {
                i = PairOf(i);
            }
            else if (Tokens[i].Is("<") && GenericEnd(i) is > 0 and var end)
            {
                i = end;
            }
        }

        if (from < close)
            arguments.Add((from, close));
        return arguments;
    }

    /// <summary>The closing sign of type arguments that open there; -1: it is no such list.</summary>
    public int GenericEnd(int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(Count, open + 60); i++)
        {
            if (Tokens[i].Is("<"))
                depth++;
            else if (Tokens[i].Is(">") && --depth == 0)
                return i;
            else if (Tokens[i].Kind is not TokenKind.Word && Tokens[i].Text is not ("." or "," or "<" or ">" or "[" or "]" or "?" or "|" or "&" or "(" or ")" or "{" or "}" or ":" or ";" or "::"))
                return -1;
        }

        return -1;
    }

    /// <summary>The value of a named argument or of a property of an object: <c>name=</c>, <c>name:</c>, <c>'name' =&gt;</c>.</summary>
    public (int From, int To)? Named(IEnumerable<(int From, int To)> arguments, IReadOnlyCollection<string> names)
    {
        foreach (var (from, to) in arguments)
        {
            if (this[from].Kind is TokenKind.Word or TokenKind.Text && names.Contains(this[from].Text) && this[from + 1].Text is "=" or ":" or "=>" && to > from + 2)
                return (from + 2, to);
            if (this[from].Kind == TokenKind.Word && names.Contains(this[from].Text) && to == from + 1 && names.Count > 0)
                return (from, to);
        }

        return null;
    }

    private static int[] Pair(List<Token> tokens)
    {
        var pair = new int[tokens.Count];
        Array.Fill(pair, -1);
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Sign || tokens[i].Text.Length != 1)
                continue;
            if (Openings.Contains(tokens[i].Text[0]))
            {
                open.Push(i);
            }
            else if (Closings.IndexOf(tokens[i].Text[0]) is >= 0 and var kind)
            {
                // A bracket that was never opened, or another one in between: the nearest of its kind counts.
                if (open.Count > 0 && tokens[open.Peek()].Text[0] != Openings[kind] && !open.Any(at => tokens[at].Text[0] == Openings[kind]))
                    continue;
                while (open.TryPop(out var start))
                {
                    if (tokens[start].Text[0] != Openings[kind])
                        continue;
                    (pair[start], pair[i]) = (i, start);
                    break;
                }
            }
        }

        return pair;
    }
}
