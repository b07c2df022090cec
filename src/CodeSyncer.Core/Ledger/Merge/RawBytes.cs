namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>Raw values that may not be there.</summary>
internal static class RawBytes
{
    public static bool Same(ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right) =>
        left is { } one && right is { } other ? one.Span.SequenceEqual(other.Span) : left is null && right is null;

    /// <summary>Ordinally; a value that is not there comes first.</summary>
    public static int Compare(ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right) => left is not { } one
        ? right is null ? 0 : -1
        : right is { } other ? one.Span.SequenceCompareTo(other.Span) : 1;
}
