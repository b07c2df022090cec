using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Percent literals, regular expressions, here-documents and the end mark of Ruby (Ruby, doc/syntax/literals.rdoc). Behind
/// a name, where it could be an operator too, one begins if a blank stands before it and none behind, as Ruby itself decides.
/// </summary>
internal sealed class RubyLexer(in Piece piece) : HereDocumentLexer(piece)
{
    public new const string Own = "\n\r/%<_?{}";

    private const string Openings = "([{<";
    private const string Closings = ")]}>";

    private static readonly Hole Braces = new() { Open = "#{", Close = "}" };

    protected override bool Take(char first) => first switch
    {
        '\n' or '\r' => TakeBodies(),
        '_' => TakeEnd(),
        '%' => TakePercent(),
        '/' => TakeSlash(),
        '<' => TakeHereDocument(),
        '?' => TakeCharacter(),
        _ => false,
    };

    private bool TakeEnd()
    {
        if (!IsAt(At, "__END__") || !IsBreak(CharAt(At - 1)) || CharAt(At + 7) is not ('\n' or '\r' or '\0'))
            return false;

        At = End;
        return true;
    }

    private bool TakeSlash()
    {
        if (IsOperator(1))
            return false;
        if (TakeRegex())
            return true;
        if (IsBehindOperand())
            return false;

        Begin(new StringForm { Open = "/", Close = "/", Escape = '\\', Lines = true, Holes = [Braces] }, At + 1);
        return true;
    }

    private bool TakePercent()
    {
        var opening = "qQwWiIrsx".Contains(CharAt(At + 1)) ? At + 2 : At + 1;
        var open = CharAt(opening);
        if (open == '\0' || char.IsWhiteSpace(open) || IsWord(open) || open == '=' || IsOperator(1))
            return false;

        // A bare percent sign behind a name is a remainder, unless a bracket follows.
        var bracket = Openings.IndexOf(open);
        if (bracket < 0 && opening == At + 1 && IsBehindOperand())
            return false;

        Begin(new()
        {
            Open = "%",
            Close = (bracket < 0 ? open : Closings[bracket]).ToString(),
            Nests = bracket < 0 ? '\0' : open,
            Escape = '\\',
            Lines = true,
            Holes = CharAt(At + 1) is 'q' or 'w' or 'i' or 's' ? [] : [Braces],
        }, opening + 1);
        return true;
    }

    private bool TakeHereDocument()
    {
        if (!IsAt(At, "<<"))
            return false;

        var indented = CharAt(At + 2) is '~' or '-';
        var word = At + (indented ? 3 : 2);
        if (!(CharAt(word) is '"' or '\'' or '`' || char.IsLetter(CharAt(word)) || CharAt(word) == '_'))
            return false;
        // Without ~ or -, a shift looks the same: the word is then a constant, and no operand stands before without a blank.
        if (!indented && (IsOperator(2) || char.IsLower(CharAt(word))))
            return false;

        return TakeAnnouncement(word, indented);
    }

    /// <summary><c>?"</c> is a character, unless it can be the operator of a condition.</summary>
    private bool TakeCharacter()
    {
        if (IsBehindOperand() || char.IsWhiteSpace(CharAt(At + 1)) || IsWord(CharAt(At + 2)))
            return false;

        At = Math.Min(At + 2, End);
        return true;
    }

    protected override bool ClassesHideSlashes => false;

    /// <summary>A line break ends a statement.</summary>
    protected override bool IsBehindOperand() =>
        base.IsBehindOperand() && LastBefore(At) is var last && !Text.AsSpan(last, At - last).ContainsAny('\r', '\n');

    /// <summary>Whether an operator of so many characters stands here, and not the beginning of a literal.</summary>
    private bool IsOperator(int length) =>
        IsBehindOperand() && (!IsBlank(CharAt(At - 1)) || char.IsWhiteSpace(CharAt(At + length)) || !IsWord(Text[LastBefore(At)]));
}
