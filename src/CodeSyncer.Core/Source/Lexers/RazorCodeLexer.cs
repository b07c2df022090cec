namespace CodeSyncer.Core.Source.Lexers;

/// <summary>C# of Razor: an element where a statement could begin is markup, and so is the line behind <c>@:</c>.</summary>
internal sealed class RazorCodeLexer(in Piece piece) : CSharpLexer(piece)
{
    public new const string Own = CSharpLexer.Own + "<@";

    private int _markupEnd = -1;

    private static Language Markup => LanguageCatalog.Named("Razor");

    protected override bool Take(char first) => first switch
    {
        '<' => TakeElement(),
        '@' => TakeMarkupLine(),
        _ => base.Take(first),
    };

    private bool TakeElement()
    {
        if (!char.IsLetter(CharAt(At + 1)))
            return false;

        var last = LastBefore(At);
        if (last >= Start && last != _markupEnd - 1 && Text[last] is not ('{' or '}' or ';' or ':'))
            return false;

        LexElement(Markup);
        _markupEnd = At;
        return true;
    }

    private bool TakeMarkupLine()
    {
        if (CharAt(At + 1) != ':')
            return false;

        var end = LineEnd(At);
        LexAll(Markup, At + 2, end);
        At = end;
        return true;
    }
}
