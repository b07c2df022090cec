namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Regular expressions between slashes: a slash begins one where no operand stands before it and another slash closes it
/// on the same line.
/// </summary>
internal class RegexLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "/";

    /// <summary>Whether a slash between brackets is one of the characters of a class, and closes nothing.</summary>
    protected virtual bool ClassesHideSlashes => true;

    /// <summary>The longest keyword worth looking back for.</summary>
    private const int LongestKeyword = 16;

    private int _regexEnd = -1;
    private int _noneBefore;

    protected override bool Take(char first) => first == '/' && !OpensComment() && !IsBehindOperand() && TakeRegex();

    /// <summary>Takes the expression that begins here, if the line closes it.</summary>
    protected bool TakeRegex()
    {
        if (At < _noneBefore)
            return false;

        var inClass = false;
        for (var at = At + 1; at < End && !IsBreak(Text[at]); at++)
        {
            switch (Text[at])
            {
                case '\\': at++; break;
                case '[': inClass = ClassesHideSlashes; break;
                case ']': inClass = false; break;
                case '/' when !inClass:
                    AddLiteral(At + 1, at, at + 1, isPattern: true);
                    At = _regexEnd = at + 1;
                    return true;
            }
        }

        // Looking again from the next slash would make hostile lines quadratic.
        _noneBefore = LineEnd(At);
        return false;
    }

    protected bool OpensComment()
    {
        foreach (var mark in Syntax.MarksAt('/'))
        {
            if (IsAt(At, mark.Open))
                return true;
        }

        return false;
    }

    /// <summary>Whether what stands before this place is a value, so that an operator follows.</summary>
    protected virtual bool IsBehindOperand()
    {
        var last = LastBefore(At);
        return last >= Start && (last == _regexEnd - 1 || EndsOperand(last));
    }

    /// <summary>Whether a value ends at this character.</summary>
    protected virtual bool EndsOperand(int last) => Text[last] switch
    {
        ')' or ']' or '"' or '\'' or '`' => true,
        // Behind the line of a closing brace a statement begins.
        '}' => !Text.AsSpan(last, At - last).ContainsAny('\r', '\n'),
        var c => IsWord(c) && !IsKeyword(last),
    };

    private bool IsKeyword(int last)
    {
        var first = last;
        while (last - first < LongestKeyword && IsWord(CharAt(first - 1)))
            first--;
        return CharAt(first - 1) != '.' && Syntax.Keywords.Contains(Text.AsSpan(first, last + 1 - first));
    }
}
