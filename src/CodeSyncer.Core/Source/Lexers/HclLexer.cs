namespace CodeSyncer.Core.Source.Lexers;

/// <summary>Here-documents of HCL: <c>&lt;&lt;EOF</c> and <c>&lt;&lt;-EOF</c> (HCL Native Syntax Specification, "Template Expressions"); both may be indented at their end.</summary>
internal sealed class HclLexer(in Piece piece) : HereDocumentLexer(piece)
{
    public new const string Own = "\n\r<";

    protected override bool Take(char first) => first switch
    {
        '<' => IsAt(At, "<<") && TakeAnnouncement(At + (CharAt(At + 2) == '-' ? 3 : 2), indented: true),
        '\n' or '\r' => TakeBodies(),
        _ => false,
    };
}
