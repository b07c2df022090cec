namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// YAML 1.2: a number sign is a comment behind a blank only; a quote opens a scalar only where a value begins; the lines of
/// a block scalar (8.1) are text. The comments of Helm's templates, <c>{{/* */}}</c>, count too.
/// </summary>
internal sealed class YamlLexer(in Piece piece) : Cursor(piece)
{
    private static readonly string[] TemplateComments = ["{{/*", "{{- /*"];

    private int _line = piece.Start;

    /// <summary>Column of the key or dash that a block scalar would belong to; -1: the document.</summary>
    private int _node;

    /// <summary>Column of the first key of the line.</summary>
    private int _key;

    /// <summary>The indentation of the block scalar that begins on the next line; negative: that of its first line.</summary>
    private int _indent;

    /// <summary>How many flow collections are open.</summary>
    private int _flow;

    /// <summary>Whether a value could begin here.</summary>
    private bool _value;

    public override void Lex()
    {
        while (At < End)
        {
            BeginLine();
            var scalar = false;
            while (At < End && !IsBreak(Text[At]))
                scalar = ReadToken() || scalar;
            At = SkipBreak(At);
            if (scalar)
                SkipBlockScalar();
        }
    }

    private void BeginLine()
    {
        _line = At;
        _node = -1;
        _value = true;
        At = IsDocumentMark(At) ? At + 3 : At;
        At = SkipBlanks(At);
        while (CharAt(At) is '-' or '?' or ':' && EndsToken(CharAt(At + 1)))
        {
            _node = At - _line;
            At = SkipBlanks(At + 1);
        }

        _key = At - _line;
    }

    /// <returns>Whether it was the header of a block scalar.</returns>
    private bool ReadToken()
    {
        var c = Text[At];
        if (c == '#' && char.IsWhiteSpace(CharAt(At - 1)))
            TakeComment();
        else if (c == '{' && Array.Find(TemplateComments, mark => IsAt(At, mark)) is { } mark)
            TakeTemplateComment(mark);
        else if (_value && c is '"' or '\'')
            TakeQuoted(c);
        else if (_value && c is '!' or '&')
            TakeProperty();
        else if (_value && c is '|' or '>' && _flow == 0)
            return TakeHeader();
        else
            TakePlain(c);

        return false;
    }

    private void TakeComment()
    {
        var end = LineEnd(At);
        Add(At, end, Math.Min(SkipRun(At, '#'), end), end, CommentForm.Line);
        At = end;
    }

    private void TakeTemplateComment(string mark)
    {
        var start = At;
        var content = At + mark.Length;
        var close = Find(content, "*/");
        At = Math.Min(FindEnd(close, "}}"), End);
        Add(start, At, content, close, CommentForm.Block);
    }

    private void TakeQuoted(char quote)
    {
        At++;
        while (At < End && Text[At] != quote)
            At += Text[At] == '\\' && quote == '"' ? 2 : 1;
        At = Math.Min(At + 1, End);
        // A quote written twice stands for itself.
        _value = quote == '\'' && CharAt(At) == quote;
    }

    /// <summary>A tag or an anchor stands before the value.</summary>
    private void TakeProperty()
    {
        while (At < End && !char.IsWhiteSpace(Text[At]))
            At++;
    }

    private bool TakeHeader()
    {
        _indent = -1;
        for (At++; CharAt(At) is '+' or '-' || char.IsAsciiDigit(CharAt(At)); At++)
        {
            if (char.IsAsciiDigit(Text[At]))
                _indent = Math.Max(_node, 0) + Text[At] - '0';
        }

        _value = false;
        return CharAt(At) == '\0' || char.IsWhiteSpace(CharAt(At));
    }

    private void TakePlain(char c)
    {
        At++;
        if (c is '[' or '{' && (_value || _flow > 0))
            _flow++;
        else if (c is ']' or '}' && _flow > 0)
            _flow--;
        else if (c == ':' && EndsToken(CharAt(At)))
            _node = _flow == 0 ? _key : _node;
        else if (c != ',' || _flow == 0)
        {
            _value &= IsBlank(c);
            return;
        }

        _value = true;
    }

    private void SkipBlockScalar()
    {
        for (; At < End; At = NextLine(At))
        {
            var first = At;
            while (CharAt(first) == ' ')
                first++;
            if (IsBreak(CharAt(first)))
                continue;
            if (_indent < 0)
                _indent = Math.Max(first - At, _node + 1);
            if (first - At < _indent || IsDocumentMark(At))
                return;
        }
    }

    private bool IsDocumentMark(int at) => (IsAt(at, "---") || IsAt(at, "...")) && EndsToken(CharAt(at + 3));

    private static bool EndsToken(char c) => c == '\0' || char.IsWhiteSpace(c);
}
