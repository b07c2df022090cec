namespace CodeSyncer.Core.Work;

/// <summary>A file of the work tree whose content was not saved.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>; that of a nested repository ends in one.</param>
/// <param name="Reason">In words that follow the path.</param>
/// <param name="Size">Bytes; null where unknown.</param>
public sealed record LeftOut(string Path, string Reason, long? Size);
