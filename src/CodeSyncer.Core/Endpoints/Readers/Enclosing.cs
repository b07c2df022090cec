using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Tells which type or object a place belongs to.</summary>
internal static class Enclosing
{
    private static readonly HashSet<string> TypeWords = ["class", "interface", "object", "struct", "record", "trait", "mixin", "extension", "module"];

    /// <summary>Name of the nearest class, or of the object whose properties stand here; empty: none.</summary>
    public static string OwnerOf(Code code, int place) => code.IsPython ? OfPython(code, place) : OfBraces(code, place);

    private static string OfPython(Code code, int place)
    {
        var column = int.MaxValue;
        for (var i = place; i >= 0; i--)
        {
            if (!code.IsFirstOfLine(i) || code.ColumnOf(i) >= column)
                continue;
            column = code.ColumnOf(i);
            if (code[i].IsWord("class"))
                return code[i + 1].Text;
        }

        return "";
    }

    private static string OfBraces(Code code, int place)
    {
        for (var i = place; i >= 0; i--)
        {
            if (code.PairOf(i) is >= 0 and var open && open < i)
            {
                i = open;
                continue;
            }

            if (!code[i].Is("{") || code.PairOf(i) < 0)
                continue;
            if (code[i - 1].Text is "=" or ":" && code[i - 2].Kind == TokenKind.Word)
                return code[i - 2].Text;
            if (TypeBefore(code, i) is { } type)
                return type;
        }

        return "";
    }

    /// <summary>The name in <c>class Api extends Base implements X {</c>; null: the brace opens something else.</summary>
    private static string? TypeBefore(Code code, int brace)
    {
        for (var i = brace - 1; i >= 0 && i > brace - 80; i--)
        {
            if (code.PairOf(i) is >= 0 and var open && open < i)
                i = open;
            else if (code[i].Text is ";" or "{" or "}" && code[i].Kind == TokenKind.Sign)
                return null;
            else if (code[i].Kind == TokenKind.Word && TypeWords.Contains(code[i].Text) && code[i + 1].Kind == TokenKind.Word)
                return code[i + 1].Text;
        }

        return null;
    }
}
