using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>A place in a piece of text, and what can be asked about it. Nothing outside the piece is ever seen.</summary>
internal abstract class Cursor(in Piece piece)
{
    private readonly int _depth = piece.Depth;

    protected string Text { get; } = piece.Text;

    protected int Start { get; } = piece.Start;

    /// <summary>Where the piece ends; a lexer may bring it forward (<c>__END__</c>).</summary>
    protected int End { get; set; } = piece.End;

    /// <summary>The place of the next character to be read.</summary>
    protected int At { get; set; } = piece.Start;

    protected Syntax Syntax { get; } = piece.Syntax;

    /// <summary>The comments found so far, in order.</summary>
    protected List<Comment> Comments { get; } = piece.Comments;

    /// <summary>The strings found so far; null: nobody wants them.</summary>
    protected List<StringLiteral>? Strings { get; } = piece.Strings;

    /// <summary>Reads all of the piece.</summary>
    public abstract void Lex();

    /// <summary>A part of this text in another language.</summary>
    protected Piece Embedded(Language language, int start, int end) => new(Text, start, end, language.Syntax, Comments, _depth + 1, Strings: Strings);

    protected void Add(int start, int end, int contentStart, int contentEnd, CommentForm form) =>
        Comments.Add(new(start, end, Math.Min(contentStart, contentEnd), contentEnd, form));

    /// <summary>A literal that is read whole, from <see cref="At"/> on.</summary>
    protected void AddLiteral(int contentStart, int contentEnd, int end, bool isPattern)
    {
        if (Strings is null)
            return;
        var literal = new StringLiteral(At, contentStart) { IsPattern = isPattern };
        literal.Close(contentEnd, end);
        Strings.Add(literal);
    }

    /// <summary>The character there; a line break where the piece begins, NUL where it ends.</summary>
    protected char CharAt(int at) => at >= End ? '\0' : at < Start ? '\n' : Text[at];

    protected bool IsAt(int at, string value) =>
        value.Length <= End - at && CharAt(at) == value[0] && string.CompareOrdinal(Text, at, value, 0, value.Length) == 0;

    protected bool IsAt(int at, string value, StringComparison comparison) =>
        value.Length <= End - at && string.Compare(Text, at, value, 0, value.Length, comparison) == 0;

    protected bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || Syntax.Word.Contains(c);

    protected static bool IsBlank(char c) => c is ' ' or '\t' or '\f' or '\v' or '\u00A0' or '\uFEFF';

    protected static bool IsBreak(char c) => c is '\n' or '\r';

    protected int SkipBlanks(int from)
    {
        while (IsBlank(CharAt(from)))
            from++;
        return from;
    }

    protected int SkipWhite(int from)
    {
        while (char.IsWhiteSpace(CharAt(from)))
            from++;
        return from;
    }

    protected int SkipWord(int from)
    {
        while (IsWord(CharAt(from)))
            from++;
        return from;
    }

    /// <summary>The end of the run of <paramref name="c"/> that begins there.</summary>
    protected int SkipRun(int from, char c)
    {
        while (from < End && Text[from] == c)
            from++;
        return from;
    }

    /// <summary>The end of the line, before its line break.</summary>
    protected int LineEnd(int from)
    {
        var length = Text.AsSpan(from, End - from).IndexOfAny('\r', '\n');
        return length < 0 ? End : from + length;
    }

    /// <summary>Where the next line begins.</summary>
    protected int NextLine(int from) => SkipBreak(LineEnd(from));

    /// <summary>Behind the character there, or behind both of CR LF.</summary>
    protected int SkipBreak(int from) => Math.Min(IsAt(from, "\r\n") ? from + 2 : from + 1, End);

    /// <summary>The next place of <paramref name="value"/>, or the end.</summary>
    protected int Find(int from, string value)
    {
        var at = from >= End ? -1 : Text.AsSpan(from, End - from).IndexOf(value);
        return at < 0 ? End : from + at;
    }

    /// <summary>Behind the next <paramref name="value"/>, or the end.</summary>
    protected int FindEnd(int from, string value) => Math.Min(Find(from, value) + value.Length, End);

    /// <summary>The last character before a place that is neither blank nor comment (a docstring is code), or before <see cref="Start"/>.</summary>
    protected int LastBefore(int at)
    {
        var comment = Comments.Count - 1;
        for (at--; at >= Start; at--)
        {
            if (comment >= 0 && Comments[comment] is { Form: not CommentForm.Doc } last && last.End == at + 1 && last.Start >= Start)
            {
                at = last.Start;
                comment--;
            }
            else if (!char.IsWhiteSpace(Text[at]))
                break;
        }

        return at;
    }

    protected bool IsFirstOfLine(int at)
    {
        while (IsBlank(CharAt(at - 1)))
            at--;
        return IsBreak(CharAt(at - 1));
    }
}
