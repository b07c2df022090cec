using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <content>Strings, the characters among them, and the holes and formats inside.</content>
internal partial class RowLexer
{
    private bool TakeString(StringForm form)
    {
        var behind = At + form.Open.Length;
        if (form.MustClose && !IsClosedOnLine(form, behind))
            return false;

        Begin(form, behind);
        return true;
    }

    private bool IsClosedOnLine(StringForm form, int from)
    {
        var length = Text.AsSpan(from, End - from).IndexOfAny(form.Close[0], '\r', '\n');
        return length >= 0 && IsAt(from + length, form.Close);
    }

    private bool TakeCharacter(StringForm form)
    {
        // The longest escapes of the languages at hand: '\u{10FFFF}'.
        const int LongestEscape = 12;
        var at = At + form.Open.Length;
        if (CharAt(at) == form.Escape && form.Escape != 0)
        {
            at = Math.Min(at + 2, End);
            var close = Text.AsSpan(at, Math.Min(LongestEscape, End - at)).IndexOf(form.Close);
            if (close < 0)
                return false;
            at += close;
        }
        else
        {
            at += char.IsHighSurrogate(CharAt(at)) ? 2 : 1;
        }

        if (!IsAt(at, form.Close))
            return false;
        AddLiteral(At + form.Open.Length, at, at + form.Close.Length, isPattern: false);
        At = at + form.Close.Length;
        return true;
    }

    private void ReadText(Frame frame)
    {
        var form = frame.Form!;
        while (At < End)
        {
            var c = Text[At];
            if (LiteralAt(form) is { } literal)
            {
                At += literal.Length;
            }
            else if (HoleAt(form) is { } hole)
            {
                frame.Literal?.OpenHole(At);
                At = hole.OpensAtRunEnd ? SkipRun(At, c) : At + hole.Open.Length;
                Push(new(FrameKind.Hole, form, hole, 0, frame.Literal));
                return;
            }
            else if (c == form.Escape && c != 0)
            {
                At = At + 1 < End ? SkipBreak(At + 1) : End;
            }
            else if (IsAt(At, form.Close))
            {
                At += form.Close.Length;
                if (Close(frame))
                {
                    frame.Literal?.Close(At - form.Close.Length, At);
                    return;
                }

                frame = Innermost!.Value;
            }
            else if (IsBreak(c) && !form.Lines)
            {
                frame.Literal?.Close(At, At);
                Pop();
                return;
            }
            else
            {
                if (c == form.Nests && c != 0)
                {
                    Pop();
                    Push(frame = frame with { Depth = frame.Depth + 1 });
                }

                At = form.Runs ? SkipRun(At, c) : At + 1;
            }
        }
    }

    /// <summary>Whether the closing mark just read ends the string, and not a bracket inside it.</summary>
    private bool Close(Frame frame)
    {
        Pop();
        if (frame.Depth == 0)
            return true;
        Push(frame with { Depth = frame.Depth - 1 });
        return false;
    }

    private string? LiteralAt(StringForm form)
    {
        foreach (var literal in form.Literals)
        {
            if (IsAt(At, literal))
                return literal;
        }

        return null;
    }

    private Hole? HoleAt(StringForm form)
    {
        foreach (var hole in form.Holes)
        {
            if (IsAt(At, hole.Open))
                return hole;
        }

        return null;
    }

    /// <summary>The format ends before the bracket that closes its hole; one that is never closed ends with the string.</summary>
    private void ReadFormat(Frame frame)
    {
        while (At < End)
        {
            var c = Text[At];
            if (c == frame.Hole!.Close[0])
            {
                Pop();
                return;
            }

            if (c == frame.Hole.OpeningBracket)
            {
                At++;
                Push(frame with { Kind = FrameKind.Hole });
                return;
            }

            if (IsBreak(c) || frame.Form is { } form && IsAt(At, form.Close))
            {
                // Format, hole, and then the text of the string, which ends by itself.
                Pop();
                Pop();
                return;
            }

            At++;
        }
    }
}
