namespace CodeSyncer.Core.Source;

/// <summary>How a comment is written, which decides how far its text goes on.</summary>
public enum CommentForm
{
    /// <summary>Ends with its line.</summary>
    Line,

    /// <summary>Ends at its closing mark.</summary>
    Block,

    /// <summary>A string that counts as documentation: a docstring.</summary>
    Doc,
}
