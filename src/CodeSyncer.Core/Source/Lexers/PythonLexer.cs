using System.Buffers;
using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Strings of Python, whose prefixes say what they are, and docstrings: a string that is the first statement of a module,
/// a class or a function (PEP 257), or a string of three quotes that is a statement by itself.
/// </summary>
internal sealed class PythonLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "\"'\n\r:()[]{}\\;";

    /// <summary>The longest prefix: <c>rb</c>.</summary>
    private const int LongestPrefix = 2;

    private static readonly Hole Braces = new() { Open = "{", Close = "}", Format = ':' };
    private static readonly SearchValues<char> Interpolated = SearchValues.Create("fFtT");
    private static readonly string[] Headers = ["def", "class", "async"];

    private int _brackets;
    private int _statement = piece.Start;
    private int _header = -1;

    protected override bool Take(char first)
    {
        switch (first)
        {
            case '"' or '\'':
                TakeString(first);
                return true;
            case '\\':
                At = Math.Min(SkipBreak(At + 1), End);
                return true;
            case '\n' or '\r' or ';' when _brackets == 0:
                _statement = At + 1;
                break;
            case ':' when _brackets == 0 && Innermost is null && IsHeader():
                _header = At;
                _statement = At + 1;
                break;
            case '(' or '[' or '{' when Innermost is null:
                _brackets++;
                break;
            case ')' or ']' or '}' when Innermost is null:
                _brackets = Math.Max(0, _brackets - 1);
                break;
        }

        return false;
    }

    private bool IsHeader()
    {
        var word = _statement = SkipBlanks(_statement);
        return Array.Exists(Headers, header => IsAt(word, header) && !IsWord(CharAt(word + header.Length)));
    }

    private void TakeString(char quote)
    {
        var prefix = At;
        while (At - prefix < LongestPrefix && char.IsAsciiLetter(CharAt(prefix - 1)))
            prefix--;
        if (IsWord(CharAt(prefix - 1)))
            prefix = At;

        var letters = Text.AsSpan(prefix, At - prefix);
        var triple = IsAt(At, new string(quote, 3));
        var close = new string(quote, triple ? 3 : 1);
        var interpolated = letters.ContainsAny(Interpolated);
        if (!interpolated && !letters.ContainsAny('b', 'B') && TakeDocstring(prefix, close))
            return;

        Begin(new StringForm
        {
            Open = close,
            Close = close,
            Escape = '\\',
            Lines = triple,
            Literals = interpolated ? ["{{"] : [],
            Holes = interpolated ? [Braces] : [],
        }, At + close.Length);
    }

    private bool TakeDocstring(int prefix, string close)
    {
        if (!BeginsStatement(prefix) || !(close.Length == 3 || IsFirstStatement(prefix)))
            return false;

        var content = At + close.Length;
        var end = content;
        while (end < End && !IsAt(end, close) && (close.Length == 3 || !IsBreak(Text[end])))
            end += Text[end] == '\\' ? 2 : 1;
        if (!IsAt(end, close) || CharAt(SkipBlanks(end + close.Length)) is not ('\n' or '\r' or ';' or '#' or '\0'))
            return false;

        Add(prefix, end + close.Length, content, end, CommentForm.Doc);
        At = end + close.Length;
        return true;
    }

    private bool BeginsStatement(int prefix) => _brackets == 0 && Innermost is null && (_statement = SkipBlanks(_statement)) == prefix;

    private bool IsFirstStatement(int prefix) => LastBefore(prefix) is var last && (last < Start || last == _header);
}
