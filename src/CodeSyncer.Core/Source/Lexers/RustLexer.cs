using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Raw strings of Rust, <c>r##"..."##</c>: they end at a quote with as many number signs
/// (The Rust Reference, "Raw string literals").
/// </summary>
internal sealed class RustLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "r";

    private static readonly string[] Prefixes = ["r", "br", "cr"];

    protected override bool Take(char first)
    {
        if (first != 'r')
            return false;

        var quote = SkipRun(At + 1, '#');
        if (CharAt(quote) != '"' || !IsPrefix(At + 1))
            return false;

        Begin(new StringForm { Open = "r", Close = "\"" + new string('#', quote - At - 1), Lines = true }, quote + 1);
        return true;
    }

    private bool IsPrefix(int end)
    {
        foreach (var prefix in Prefixes)
        {
            if (end - prefix.Length >= Start && IsAt(end - prefix.Length, prefix) && !IsWord(CharAt(end - prefix.Length - 1)))
                return true;
        }

        return false;
    }
}
