using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Here-documents and parameter expansions of the POSIX shell and of those that come from it (POSIX, "Shell Command
/// Language"; in <c>${x#pattern}</c> a number sign is an operator).
/// </summary>
internal sealed class ShellLexer(in Piece piece) : HereDocumentLexer(piece)
{
    public new const string Own = "\n\r<$#'{}()";

    private static readonly Hole Expansion = new() { Open = "${", Close = "}" };

    protected override bool Take(char first) => first switch
    {
        '\n' or '\r' => TakeBodies(),
        '<' => TakeRedirection(),
        '$' => TakeExpansion(),
        '#' => IsInExpansion() && TakePlain(),
        // Between double quotes those of an expansion are text: "${1:?it's missing}".
        '\'' => Innermost?.Form is not null && IsInExpansion() && TakePlain(),
        _ => false,
    };

    private bool TakeRedirection()
    {
        if (!IsAt(At, "<<"))
            return false;
        if (IsAt(At, "<<<"))
        {
            At += 3;
            return true;
        }

        var indented = CharAt(At + 2) == '-';
        return TakeAnnouncement(SkipBlanks(At + (indented ? 3 : 2)), indented);
    }

    private bool TakeExpansion()
    {
        if (!IsAt(At, Expansion.Open))
            return false;

        At += Expansion.Open.Length;
        Push(new(FrameKind.Hole, null, Expansion, 0));
        return true;
    }

    private bool IsInExpansion() => Innermost?.Hole?.Open == Expansion.Open;

    private bool TakePlain()
    {
        At++;
        return true;
    }
}
