namespace CodeSyncer.Core.Context;

/// <summary>Where a managed block stands in a file.</summary>
/// <param name="Start">Offset of the first byte of its BEGIN line.</param>
/// <param name="End">Offset behind the last byte of its END line, its line end not counted.</param>
/// <param name="Version">The version that its BEGIN line names.</param>
public readonly record struct BlockPlace(int Start, int End, int Version);
