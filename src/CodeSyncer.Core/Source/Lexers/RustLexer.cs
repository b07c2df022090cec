namespace CodeSyncer.Core.Source.Lexers;

/// <summary>Raw strings of Rust, <c>r##"..."##</c>: they end at a quote with as many number signs.</summary>
internal sealed class RustLexer(in Piece piece) : RowLexer(piece)
{
    private static readonly string[] Prefixes = ["r", "br", "cr"];

    protected override bool Take(char first)
    {
        if (first is not ('r' or 'b' or 'c') || At > 0 && IsWord(Text[At - 1]))
            return false;

        foreach (var prefix in Prefixes)
        {
            if (IsAt(At, prefix) && TakeRaw(At + prefix.Length))
                return true;
        }

        return false;
    }

    private bool TakeRaw(int signs)
    {
        var quote = signs;
        while (CharAt(quote) == '#')
            quote++;
        if (CharAt(quote) != '"')
            return false;

        SkipTo(quote + 1, "\"" + new string('#', quote - signs));
        return true;
    }
}
