namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// JavaScript and TypeScript with elements of markup among the code: JSX, and what stands in the braces of Astro. An
/// element begins at a <c>&lt;</c> with a name or a <c>&gt;</c> behind it, where no operand stands before.
/// </summary>
internal sealed class JsxLexer(in Piece piece) : JavaScriptLexer(piece)
{
    public new const string Own = "/(){}<";

    /// <summary>How far the closing tag is looked for that makes an element of <c>&lt;T&gt;(</c>; the bound keeps time linear.</summary>
    private const int LongestElement = 2_000;

    protected override bool Take(char first)
    {
        if (first != '<')
            return base.Take(first);
        if (!(CharAt(At + 1) == '>' || char.IsLetter(CharAt(At + 1))) || IsBehindOperand() || IsTypeParameter())
            return false;

        LexElement(LanguageCatalog.Named("JSX markup"));
        return true;
    }

    /// <summary><c>&lt;T,&gt;</c>, <c>&lt;T extends X&gt;</c>, and <c>&lt;T&gt;(</c> where no element T is closed.</summary>
    private bool IsTypeParameter()
    {
        var end = SkipWord(At + 1);
        var next = SkipBlanks(end);
        if (CharAt(next) == ',' || IsAt(next, "extends ") || IsAt(At, "<const "))
            return true;
        if (!IsAt(next, ">("))
            return false;

        return Text.AsSpan(next, Math.Min(LongestElement, End - next)).IndexOf($"</{Text.AsSpan(At + 1, end - At - 1)}>") < 0;
    }
}
