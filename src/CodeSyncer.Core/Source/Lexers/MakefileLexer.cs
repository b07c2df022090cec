namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Make knows no strings: a number sign begins a comment unless a backslash stands before it. The lines of a recipe, which
/// begin with a tab, go to the shell (GNU Make manual, "What Makefiles Contain").
/// </summary>
internal sealed class MakefileLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "\t";

    protected override bool Take(char first)
    {
        if (first != '\t' || !IsBreak(CharAt(At - 1)))
            return false;

        var end = LineEnd(At);
        while (end < End && CharAt(end - 1) == '\\')
            end = LineEnd(SkipBreak(end));
        LexAll(LanguageCatalog.Named("Shell"), At, end);
        At = end;
        return true;
    }
}
