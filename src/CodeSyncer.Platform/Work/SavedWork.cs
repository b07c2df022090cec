using CodeSyncer.Core.Work;

namespace CodeSyncer.Platform.Work;

/// <summary>One save: a commit of <c>work.git</c>.</summary>
/// <param name="Id">Of the commit.</param>
/// <param name="Parent">The save before it on the same branch; null: none, or it is no longer kept.</param>
/// <param name="Parts">Ids of what stands in its tree, by name.</param>
public sealed record SavedWork(string Id, string? Parent, IReadOnlyDictionary<string, string> Parts, WorkState State)
{
    /// <summary>What the save is: <see cref="WorkState"/> as JSON.</summary>
    internal const string StateFile = "state.json";

    /// <summary>The tree of the work tree: tracked and untracked files, no ignored ones.</summary>
    internal const string Files = "files";

    /// <summary>The tree of the index, without what only <see cref="Index"/> can say.</summary>
    internal const string Staged = "staged";

    /// <summary>The entries of the index that no tree can hold: conflicts, announced files, flags.</summary>
    internal const string Index = "index";

    /// <summary>Paths of <see cref="Files"/> whose content is that of the work tree byte for byte; the others are git's, converted on checkout.</summary>
    internal const string Raw = "raw";

    /// <summary>The blobs that only entries of <see cref="Index"/> name, by id, so that they are kept.</summary>
    internal const string Unmerged = "unmerged";

    /// <summary>Git's own files of an operation in progress.</summary>
    internal const string Operation = "op";

    /// <summary>As people name it.</summary>
    public string ShortId => Id[..10];

    internal string FilesTree => Parts[Files];

    internal string StagedTree => Parts[Staged];
}
