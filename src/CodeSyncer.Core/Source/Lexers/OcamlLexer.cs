using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>Quoted strings of OCaml: <c>{id|...|id}</c> (OCaml manual, "Lexical conventions").</summary>
internal sealed class OcamlLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "{";

    protected override bool Take(char first)
    {
        if (first != '{')
            return false;

        // An extension may name itself before: {%sql id|...|id}.
        var id = CharAt(At + 1) == '%' ? SkipBlanks(SkipWord(SkipRun(At + 1, '%'))) : At + 1;
        var bar = SkipWord(id);
        if (CharAt(bar) != '|')
            return false;

        Begin(new StringForm { Open = "{|", Close = $"|{Text.AsSpan(id, bar - id)}}}", Lines = true }, bar + 1);
        return true;
    }
}
