namespace CodeSyncer.Core.Records;

/// <summary>How far a tag is from the place that is asked about; less is nearer.</summary>
public enum Nearness
{
    /// <summary>On the line, or in the comment right above it.</summary>
    Line,

    /// <summary>On a block of code that holds the line.</summary>
    Enclosing,

    /// <summary>Elsewhere in the file.</summary>
    File,

    /// <summary>In a file beside it; of a folder that is asked about, in a file of it or below it.</summary>
    Folder,

    /// <summary>In a folder above, as a rule or a context of all below; of the repository itself, anywhere.</summary>
    Repository,
}
