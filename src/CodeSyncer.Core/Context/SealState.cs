namespace CodeSyncer.Core.Context;

/// <summary>Whose a file is that stands where a document should.</summary>
public enum SealState
{
    /// <summary>It lacks our first line: somebody else's.</summary>
    Foreign,

    /// <summary>Ours, as we wrote it.</summary>
    Intact,

    /// <summary>Ours, changed by hand since.</summary>
    Edited,
}
