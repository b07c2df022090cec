using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Raw strings of C++, <c>R"tag(...)tag"</c> (ISO C++, [lex.string]), the quotes that separate digits, and the text of
/// <c>#error</c> and <c>#warning</c>.
/// </summary>
internal sealed class CLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "\"'#";

    /// <summary>The longest tag that the standard allows.</summary>
    private const int LongestTag = 16;

    private static readonly string[] Prefixes = ["R", "LR", "uR", "UR", "u8R"];
    private static readonly string[] TextDirectives = ["error", "warning"];

    protected override bool Take(char first) => first switch
    {
        '"' => TakeRaw(),
        '\'' => TakeSeparator(),
        _ => TakeDirective(),
    };

    private bool TakeRaw()
    {
        if (CharAt(At - 1) != 'R' || !Array.Exists(Prefixes, IsBehind))
            return false;

        var tag = Text.AsSpan(At + 1, Math.Min(LongestTag + 1, End - At - 1)).IndexOf('(');
        if (tag < 0)
            return false;

        Begin(new StringForm { Open = "R", Close = $"){Text.AsSpan(At + 1, tag)}\"", Lines = true }, At + tag + 2);
        return true;
    }

    private bool IsBehind(string prefix) =>
        At - prefix.Length >= Start && IsAt(At - prefix.Length, prefix) && !IsWord(CharAt(At - prefix.Length - 1));

    /// <summary><c>1'000</c>: between two hexadecimal digits, where no prefix of a character stands.</summary>
    private bool TakeSeparator()
    {
        if (!char.IsAsciiHexDigit(CharAt(At - 1)) || !char.IsAsciiHexDigit(CharAt(At + 1)) || IsBehind("u8"))
            return false;

        At++;
        return true;
    }

    private bool TakeDirective()
    {
        if (!IsFirstOfLine(At))
            return false;

        var word = SkipBlanks(At + 1);
        if (!Array.Exists(TextDirectives, directive => IsAt(word, directive) && !IsWord(CharAt(word + directive.Length))))
            return false;

        At = LineEnd(word);
        return true;
    }
}
