using System.Buffers;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Reads a language by the marks of its row. What a row cannot express is taken by a class of its own that overrides
/// <see cref="Take"/>. Strings with expressions inside are kept on a stack of this class, never on the thread's.
/// </summary>
internal class RowLexer(in Piece piece)
{
    private readonly List<Comment> _comments = piece.Comments;
    private readonly Stack<Frame> _frames = [];

    private enum FrameKind { Text, Hole, Format }

    /// <summary>Where in an interpolated string the lexer is; <see cref="Depth"/> counts the open brackets of a hole.</summary>
    private readonly record struct Frame(FrameKind Kind, StringForm Form, int Depth);

    protected string Text { get; } = piece.Text;

    protected int End { get; set; } = piece.End;

    /// <summary>The place of the next character to be read.</summary>
    protected int At { get; set; } = piece.Start;

    protected Syntax Syntax { get; } = piece.Syntax;

    protected virtual SearchValues<char> Triggers => Syntax.Triggers;

    /// <summary>Reads all of the piece.</summary>
    public void Lex()
    {
        while (At < End)
        {
            if (_frames.TryPeek(out var frame) && frame.Kind != FrameKind.Hole)
                ReadText(frame);
            else
                ReadCode();
        }
    }

    /// <summary>
    /// Takes what only this language has, at a trigger in code, and moves <see cref="At"/> behind it.
    /// </summary>
    /// <returns>False, with <see cref="At"/> unmoved, to leave the place to the marks of the row.</returns>
    protected virtual bool Take(char first) => false;

    protected void Add(int start, int end, int contentStart, int contentEnd, CommentForm form) =>
        _comments.Add(new(start, end, Math.Min(contentStart, contentEnd), contentEnd, form));

    protected char CharAt(int at) => at < End ? Text[at] : '\0';

    protected bool IsAt(int at, string value) =>
        value.Length <= End - at && string.CompareOrdinal(Text, at, value, 0, value.Length) == 0;

    /// <summary>The end of the line of <paramref name="from"/>, before its line break.</summary>
    protected int LineEnd(int from)
    {
        var length = Text.AsSpan(from, End - from).IndexOfAny('\r', '\n');
        return length < 0 ? End : from + length;
    }

    /// <summary>Moves behind the next <paramref name="close"/>, or to the end where there is none.</summary>
    protected void SkipTo(int from, string close)
    {
        var at = Text.IndexOf(close, from, End - from, StringComparison.Ordinal);
        At = at < 0 ? End : at + close.Length;
    }

    protected bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || Syntax.Word.Contains(c);

    private void ReadCode()
    {
        var skipped = Text.AsSpan(At, End - At).IndexOfAny(Triggers);
        if (skipped < 0)
        {
            At = End;
            return;
        }

        At += skipped;
        var first = Text[At];
        if (!Take(first) && !TakeMark(first) && !TakeBracket(first))
            At++;
    }

    private bool TakeMark(char first)
    {
        foreach (var mark in Syntax.MarksAt(first))
        {
            if (IsOpen(mark) && TakeMark(mark))
                return true;
        }

        return false;
    }

    private bool TakeMark(Mark mark)
    {
        switch (mark)
        {
            case LineComment line: TakeLine(line); return true;
            case BlockComment block: TakeBlock(block); return true;
            case StringForm form: return TakeString(form);
            case PlainMark plain: At = Math.Min(At + plain.Open.Length + plain.Takes, End); return true;
            default: return false;
        }
    }

    private bool IsOpen(Mark mark)
    {
        var open = mark.Open;
        if (open.Length > End - At
            || string.Compare(Text, At, open, 0, open.Length, mark.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) != 0)
            return false;

        // A mark of letters (REM, r") is a word of its own.
        if (IsWord(open[0]) && At > 0 && IsWord(Text[At - 1]) || IsWord(open[^1]) && IsWord(CharAt(At + open.Length)))
            return false;

        return StandsAt(mark);
    }

    private bool StandsAt(Mark mark)
    {
        var before = At == 0 ? '\n' : Text[At - 1];
        return mark.Place switch
        {
            Place.WordStart => char.IsWhiteSpace(before) || ";&|()".Contains(before),
            Place.BehindBlank => char.IsWhiteSpace(before),
            Place.Column => before is '\n' or '\r',
            Place.LineStart => IsFirstOfLine(),
            Place.BehindWord => IsWord(before),
            Place.NotBehindOperand => !(IsWord(before) || ")]}'\".".Contains(before)),
            Place.OwnOperator => IsOwnOperator(mark.Open[0]),
            _ => true,
        };
    }

    private bool IsFirstOfLine()
    {
        var at = At;
        while (at > 0 && Text[at - 1] is ' ' or '\t' or '\uFEFF')
            at--;
        return at == 0 || Text[at - 1] is '\n' or '\r';
    }

    private bool IsOwnOperator(char own)
    {
        const string Operators = "!#$%&*+./<=>?@\\^|~:-";
        var behind = At;
        while (CharAt(behind) == own)
            behind++;
        return !Operators.Contains(CharAt(behind)) && (At == 0 || !Operators.Contains(Text[At - 1]));
    }

    private void TakeLine(LineComment mark)
    {
        var end = LineEnd(At);
        while (mark.Continues && end < End && Text[end - 1] == '\\')
            end = LineEnd(end + LineBreak(end));

        var content = At + mark.Open.Length;
        while (content < end && Text[content] == mark.Open[^1])
            content++;
        Add(At, end, content, end, CommentForm.Line);
        At = end;
    }

    private int LineBreak(int at) => IsAt(at, "\r\n") ? 2 : 1;

    private void TakeBlock(BlockComment mark)
    {
        var start = At;
        var content = start + mark.Open.Length;
        var depth = 1;
        for (At = content; At < End;)
        {
            if (IsAt(At, mark.Close) && --depth == 0)
            {
                Add(start, At + mark.Close.Length, content, At, mark.Form);
                At += mark.Close.Length;
                return;
            }

            if (mark.Nested && IsAt(At, mark.Open))
            {
                depth++;
                At += mark.Open.Length;
            }
            else
            {
                At++;
            }
        }

        Add(start, End, content, End, mark.Form);
    }

    private bool TakeString(StringForm form)
    {
        if (form.Character)
            return TakeCharacter(form);

        _frames.Push(new(FrameKind.Text, form, 0));
        At += form.Open.Length;
        return true;
    }

    private bool TakeCharacter(StringForm form)
    {
        var at = At + form.Open.Length;
        if (CharAt(at) == form.Escape && form.Escape != 0)
        {
            var close = Text.IndexOf(form.Close, Math.Min(at + 2, End), Math.Min(12, End - Math.Min(at + 2, End)), StringComparison.Ordinal);
            if (close < 0)
                return false;
            At = close + form.Close.Length;
            return true;
        }

        at += char.IsHighSurrogate(CharAt(at)) ? 2 : 1;
        if (!IsAt(at, form.Close))
            return false;
        At = at + form.Close.Length;
        return true;
    }

    private void ReadText(Frame frame)
    {
        var form = frame.Form;
        while (At < End)
        {
            var c = Text[At];
            if (c == form.Escape && c != 0 && frame.Kind == FrameKind.Text)
            {
                At = Math.Min(At + 1 + (At + 1 < End ? LineBreak(At + 1) : 0), End);
            }
            else if (frame.Kind == FrameKind.Format && c == form.HoleClose[0])
            {
                _frames.Pop();
                return;
            }
            else if (IsAt(At, form.Close))
            {
                At += form.Close.Length;
                if (form.Doubled && IsAt(At, form.Close))
                {
                    At += form.Close.Length;
                    continue;
                }

                while (_frames.Pop().Kind != FrameKind.Text) { }
                return;
            }
            else if (form.HoleOpen is { } hole && IsAt(At, hole))
            {
                At += hole.Length;
                if (form.HoleDoubled && IsAt(At, hole))
                {
                    At += hole.Length;
                    continue;
                }

                _frames.Push(new(FrameKind.Hole, form, 0));
                return;
            }
            else if (c is '\n' or '\r' && !form.Lines)
            {
                while (_frames.Pop().Kind != FrameKind.Text) { }
                return;
            }
            else
            {
                At++;
            }
        }
    }

    private bool TakeBracket(char c)
    {
        if (!_frames.TryPeek(out var frame))
            return false;

        var form = frame.Form;
        if (c == form.HoleClose[0])
        {
            _frames.Pop();
            if (frame.Depth > 0)
                _frames.Push(frame with { Depth = frame.Depth - 1 });
            else
                At += form.HoleClose.Length - 1;
        }
        else if (c == Syntax.OpeningOf(form.HoleClose[0]))
        {
            _frames.Pop();
            _frames.Push(frame with { Depth = frame.Depth + 1 });
        }
        else if (c == form.HoleFormat && frame.Depth == 0)
        {
            _frames.Push(new(FrameKind.Format, form, 0));
        }
        else
        {
            return false;
        }

        At++;
        return true;
    }
}
