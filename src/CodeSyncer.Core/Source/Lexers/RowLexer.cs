using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Reads a language by the marks of its row. What a row cannot express is taken by a class of its own that overrides
/// <see cref="Take"/>. Strings with expressions inside are kept on a stack of this class, never on the thread's, so that
/// no nesting is too deep.
/// </summary>
internal partial class RowLexer(in Piece piece) : Cursor(piece)
{
    private readonly Stack<Frame> _frames = [];
    private readonly HashSet<Mark> _neverClosed = [];
    private readonly int _wanted = piece.Wanted;
    private int _codeFrom;
    private bool _flat;

    public override void Lex()
    {
        while (At < End && !IsEnough())
            Read();
    }

    /// <summary>Whether all that was asked for lies behind, and a line of code too: whatever comes now belongs to something else.</summary>
    private bool IsEnough()
    {
        if (At <= _wanted || _frames.Count > 0)
            return false;
        _codeFrom = Math.Max(_codeFrom, Math.Max(_wanted, Comments.Count > 0 ? Comments[^1].End : 0));
        while (_codeFrom < At && !char.IsLetterOrDigit(Text[_codeFrom]))
            _codeFrom++;
        return _codeFrom < At && LineEnd(_codeFrom) < At;
    }

    /// <summary>Reads as the code of a hole and stops behind its closing mark, or at the end of the piece.</summary>
    /// <returns>The place behind.</returns>
    public int LexHole(Hole hole)
    {
        Push(new(FrameKind.Hole, null, hole, 0));
        while (At < End && _frames.Count > 0)
            Read();
        return At;
    }

    /// <summary>
    /// Takes what only this language has, at a trigger in code, and moves <see cref="Cursor.At"/> behind it.
    /// </summary>
    /// <returns>False, with the place unmoved, to leave it to the marks of the row.</returns>
    protected virtual bool Take(char first) => false;

    /// <summary>Reads on in the tag of a markup.</summary>
    protected virtual void ReadTag(Frame frame) => Pop();

    protected void Push(Frame frame) => _frames.Push(frame);

    protected Frame Pop() => _frames.Pop();

    /// <summary>The innermost frame; null in the code of the piece itself.</summary>
    protected Frame? Innermost => _frames.TryPeek(out var frame) ? frame : null;

    /// <summary>Begins a string whose opening mark ends at <paramref name="behind"/>.</summary>
    protected void Begin(StringForm form, int behind)
    {
        var literal = Strings is null ? null : new StringLiteral(At, Math.Min(behind, End));
        if (literal is not null)
            Strings!.Add(literal);
        Push(new(FrameKind.Text, form, null, 0, literal));
        At = Math.Min(behind, End);
    }

    private void Read()
    {
        switch (Innermost)
        {
            case null or { Kind: FrameKind.Hole }: ReadCode(); break;
            case { Kind: FrameKind.Text } frame: ReadText(frame); break;
            case { Kind: FrameKind.Format } frame: ReadFormat(frame); break;
            case { } frame: ReadTag(frame); break;
        }
    }

    private void ReadCode()
    {
        var skipped = Text.AsSpan(At, End - At).IndexOfAny(Syntax.Triggers);
        At = skipped < 0 ? End : At + skipped;
        if (At < End && !Take(Text[At]) && !TakeMark(Text[At]) && !TakeBracket(Text[At]))
            At++;
    }

    protected bool TakeMark(char first)
    {
        foreach (var mark in Syntax.MarksAt(first))
        {
            if (Opens(mark) && TakeMark(mark))
                return true;
        }

        return false;
    }

    private bool TakeMark(Mark mark)
    {
        switch (mark)
        {
            case LineComment line: TakeLine(line); return true;
            case BlockComment block: return TakeBlock(block);
            case StringForm { Character: true } form: return TakeCharacter(form);
            case StringForm form: return TakeString(form);
            case Island island: TakeIsland(island); return true;
            case PlainMark plain: At = Math.Min(At + plain.Open.Length + plain.Takes, End); return true;
            default: return false;
        }
    }

    protected virtual bool Opens(Mark mark)
    {
        var open = mark.Open;
        if (!IsAt(At, open, mark.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            return false;

        // A mark of letters (REM, r") is a word of its own; a quote that can be part of a word (x') opens nothing behind one.
        if (IsWord(open[0]) && IsWord(CharAt(At - 1)) || char.IsLetterOrDigit(open[^1]) && IsWord(CharAt(At + open.Length)))
            return false;

        return StandsAt(At, mark.Place, open);
    }

    private bool StandsAt(int at, Place place, string mark)
    {
        var before = CharAt(at - 1);
        return place switch
        {
            Place.WordStart => char.IsWhiteSpace(before) || Syntax.Breaks.Contains(before),
            Place.BehindBlank => IsBlank(before) || IsBreak(before),
            Place.LineStart => IsFirstOfLine(at),
            Place.Column => IsBreak(before),
            Place.FileStart => at == 0,
            Place.InTag => Innermost is { Kind: FrameKind.Tag },
            Place.Column7 => IsColumn7(at),
            Place.OwnLine => IsFirstOfLine(at) && CharAt(SkipBlanks(at + mark.Length)) is '\n' or '\r' or '\0',
            Place.BehindWord => IsWord(before),
            Place.NotBehindOperand => !(IsWord(before) || ")]}'\".".Contains(before)),
            Place.OwnOperator => IsOwnOperator(at, mark[0]),
            _ => true,
        };
    }

    private bool IsColumn7(int at)
    {
        for (var back = 1; back <= 6; back++)
        {
            if (IsBreak(CharAt(at - back)))
                return false;
        }

        return IsBreak(CharAt(at - 7));
    }

    private bool IsOwnOperator(int at, char own)
    {
        const string Operators = "!#$%&*+./<=>?@\\^|~:-";
        return !Operators.Contains(CharAt(at - 1)) && !Operators.Contains(CharAt(SkipRun(at, own)));
    }

    private int EndOfString(int at)
    {
        while (at < End && Text[at] != '"')
            at += Text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, End);
    }

    private void TakeIsland(Island island)
    {
        var content = At + island.Open.Length;
        var language = LanguageCatalog.Named(island.Language);
        if (island.Hole is { } hole)
        {
            At = content;
            LexHole(language, hole);
            return;
        }

        var close = Find(content, island.Close!);
        LexAll(language, content, close);
        At = Math.Min(close + island.Close!.Length, End);
    }

    /// <summary>Reads the code of a hole that begins here in another language, and goes on behind it.</summary>
    protected void LexHole(Language language, Hole hole)
    {
        var piece = Embedded(language, At, End);
        if (!piece.IsTooDeep && LexerCatalog.Create(language, piece) is RowLexer lexer)
            At = lexer.LexHole(hole);
    }

    /// <summary>Reads the element of markup that begins here, and goes on behind it.</summary>
    protected void LexElement(Language language)
    {
        var piece = Embedded(language, At, End);
        if (!piece.IsTooDeep && LexerCatalog.Create(language, piece) is MarkupLexer lexer)
            At = lexer.LexElement();
        else
            At++;
    }

    /// <summary>Reads a part in another language.</summary>
    protected void LexAll(Language language, int start, int end)
    {
        var piece = Embedded(language, start, end);
        if (!piece.IsTooDeep)
            LexerCatalog.Create(language, piece).Lex();
    }

    private bool TakeBracket(char c)
    {
        if (Innermost is not { Hole: { } hole } frame)
            return false;

        if (c == hole.Close[0] && (frame.Depth > 0 || IsAt(At, hole.Close)))
        {
            Pop();
            if (frame.Depth > 0)
                Push(frame with { Depth = frame.Depth - 1 });
            var behind = At + (frame.Depth > 0 ? 1 : hole.Close.Length);
            if (frame.Depth == 0)
                frame.Literal?.CloseHole(At, behind);
            At = behind;
            return true;
        }

        if (c == hole.OpeningBracket)
        {
            Pop();
            Push(frame with { Depth = frame.Depth + 1 });
        }
        else if (c == hole.Format && frame.Depth == 0)
        {
            Push(frame with { Kind = FrameKind.Format });
        }
        else
        {
            return false;
        }

        At++;
        return true;
    }
}
