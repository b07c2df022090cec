namespace CodeSyncer.Platform.Context;

/// <param name="Name">File name of the document.</param>
/// <param name="Path">Where it stands, as a full path.</param>
/// <param name="Size">Bytes of the document as it should be.</param>
/// <param name="Reason">Why it was skipped or removed.</param>
public sealed record DocumentResult(string Name, string Path, DocumentState State, int Size, string? Reason = null);
