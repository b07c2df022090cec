namespace CodeSyncer.Core.Source.Marks;

/// <summary>A comment up to its closing mark.</summary>
internal sealed class BlockComment : Mark
{
    /// <summary>Stands where <see cref="Mark.Place"/> says, if that is a place on the line.</summary>
    public required string Close { get; init; }

    public bool Nested { get; init; }

    /// <summary>Whether it is a comment only if it is closed: marks that also are ordinary text.</summary>
    public bool MustClose { get; init; }

    /// <summary>Takes the next character with it; NUL: there is none.</summary>
    public char Escape { get; init; }

    /// <summary>Whether strings inside it hide its marks.</summary>
    public bool Strings { get; init; }

    /// <summary><see cref="CommentForm.Doc"/> for a string that is documentation by its mark.</summary>
    public CommentForm Form { get; init; } = CommentForm.Block;
}
