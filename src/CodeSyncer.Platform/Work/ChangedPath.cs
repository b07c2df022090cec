namespace CodeSyncer.Platform.Work;

/// <summary>A path whose content in the work tree is not that of the index.</summary>
/// <param name="Bytes">As git lists it.</param>
/// <param name="Path">As text, with <c>/</c>; of a nested repository it ends in one.</param>
/// <param name="IndexMode">Git's mode in the index, in octal digits; null: not tracked.</param>
/// <param name="IndexId">Id in the index; null: not tracked, or in conflict.</param>
internal sealed record ChangedPath(byte[] Bytes, string Path, string? IndexMode, string? IndexId)
{
    public bool IsTracked => IndexMode is not null;

    public bool IsSubmodule => IndexMode == TreeLines.Submodule;

    /// <summary>Whether the index holds just this: a file whose flags keep git from looking may be unchanged.</summary>
    public bool IsTheSame(string mode, string id) => mode == IndexMode && id == IndexId;
}
