using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Quote-like operators, regular expressions, here-documents and POD of Perl (perlop, perlpod), as far as they can be told
/// without running it.
/// </summary>
internal sealed class PerlLexer(in Piece piece) : HereDocumentLexer(piece)
{
    public new const string Own = "\n\r/=<_qmsty";

    private const string Openings = "([{<";
    private const string Closings = ")]}>";

    /// <summary>Each with how many parts it has.</summary>
    private static readonly (string Word, int Parts)[] QuoteOperators =
        [("qq", 1), ("qw", 1), ("qr", 1), ("qx", 1), ("q", 1), ("m", 1), ("s", 2), ("tr", 2), ("y", 2)];

    protected override bool Take(char first) => first switch
    {
        '\n' or '\r' => TakeBodies(),
        '=' => TakePod(),
        '<' => TakeHereDocument(),
        '_' => TakeEnd(),
        '/' => TakeSlash(),
        _ => TakeQuoteOperator(),
    };

    private bool TakePod()
    {
        if (!IsBreak(CharAt(At - 1)) || !char.IsAsciiLetter(CharAt(At + 1)))
            return false;

        var line = At;
        while (line < End && !(IsAt(line, "=cut") && !IsWord(CharAt(line + 4))))
            line = NextLine(line);
        Add(At, LineEnd(line), SkipWord(At + 1), line, CommentForm.Block);
        At = LineEnd(line);
        return true;
    }

    /// <summary>Behind the end mark only POD counts.</summary>
    private bool TakeEnd()
    {
        if (!IsBreak(CharAt(At - 1)) || !(IsAt(At, "__END__") || IsAt(At, "__DATA__")))
            return false;

        for (At = NextLine(At); At < End;)
        {
            if (Text[At] == '=')
                TakePod();
            At = NextLine(At);
        }

        return true;
    }

    private bool TakeHereDocument()
    {
        if (!IsAt(At, "<<"))
            return false;

        var indented = CharAt(At + 2) == '~';
        var word = At + (indented ? 3 : 2);
        return (CharAt(word) is '"' or '\'' || char.IsLetter(CharAt(word)) || CharAt(word) == '_') && TakeAnnouncement(word, indented);
    }

    private bool TakeSlash()
    {
        if (IsBehindOperand())
            At += IsAt(At, "//") ? 2 : 1;
        else
            At = SkipWord(PartEnd(At));
        return true;
    }

    private bool TakeQuoteOperator()
    {
        if (IsName())
            return false;

        foreach (var (word, parts) in QuoteOperators)
        {
            if (IsAt(At, word) && TakeQuoteOperator(At + word.Length, parts))
                return true;
        }

        return false;
    }

    /// <summary>Whether the word here names a variable, a method, a key or a file test, and quotes nothing.</summary>
    private bool IsName() => CharAt(At - 1) switch
    {
        '$' or '@' or '%' or '&' or '-' or ':' => true,
        '>' => CharAt(At - 2) == '-',
        '{' => CharAt(SkipWord(At)) == '}',
        var before => IsWord(before),
    };

    private bool TakeQuoteOperator(int behindWord, int parts)
    {
        var open = SkipWhite(behindWord);
        var mark = CharAt(open);
        if (!IsDelimiter(mark, open > behindWord, open))
            return false;

        At = PartEnd(open);
        if (parts == 2)
            At = Openings.Contains(mark) ? PartEnd(SkipWhite(At)) : PartEnd(At - 1);
        // The modifiers: s, m and y among them begin nothing.
        At = SkipWord(At);
        return true;
    }

    /// <summary>Whether the character opens the operator's text, and does not say that its word is a name.</summary>
    private bool IsDelimiter(char mark, bool behindBlank, int at) => mark switch
    {
        '\0' or ')' => false,
        '#' => !behindBlank,
        '=' => !behindBlank && CharAt(at + 1) is not ('>' or '=' or '~'),
        ',' or ';' => !behindBlank && CharAt(LastBefore(At)) is '~' or '(' or '{',
        _ => !IsWord(mark),
    };

    /// <summary>Behind the closing mark of the part whose opening one stands there.</summary>
    private int PartEnd(int open)
    {
        if (open >= End)
            return End;

        var mark = Text[open];
        var bracket = Openings.IndexOf(mark);
        var close = bracket < 0 ? mark : Closings[bracket];
        var depth = 1;
        for (var at = open + 1; at < End; at++)
        {
            var c = Text[at];
            if (c == '\\')
                at++;
            else if (c == close && --depth == 0)
                return at + 1;
            else if (c == mark)
                depth++;
        }

        return End;
    }
}
