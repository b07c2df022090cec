using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Strings between dollar signs (PostgreSQL manual, "Dollar-Quoted String Constants"). What stands behind AS or DO is the
/// body of a function: code, whose comments count.
/// </summary>
internal sealed class SqlLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "$";

    private static readonly string[] BodyWords = ["as", "do"];

    private string? _body;

    protected override bool Take(char first)
    {
        if (first != '$' || IsWord(CharAt(At - 1)) || char.IsDigit(CharAt(At + 1)))
            return false;

        var end = SkipWord(At + 1);
        if (CharAt(end) != '$')
            return false;

        var tag = Text[At..(end + 1)];
        if (tag == _body)
            _body = null;
        else if (_body is null && IsBehindBodyWord())
            _body = tag;
        else
        {
            Begin(new StringForm { Open = tag, Close = tag, Lines = true }, At + tag.Length);
            return true;
        }

        At += tag.Length;
        return true;
    }

    private bool IsBehindBodyWord()
    {
        var last = LastBefore(At);
        return Array.Exists(BodyWords, word => last - word.Length + 1 >= Start && !IsWord(CharAt(last - word.Length))
            && IsAt(last - word.Length + 1, word, StringComparison.OrdinalIgnoreCase));
    }
}
