using CodeSyncer.Core.Work;

namespace CodeSyncer.Platform.Work;

/// <summary>The state of a work tree, its objects written to <c>work.git</c>.</summary>
/// <param name="Staged">Tree of the index.</param>
/// <param name="Files">Tree of the work tree.</param>
/// <param name="Index">See <see cref="SavedWork.Index"/>; empty where the tree says all.</param>
/// <param name="Raw">See <see cref="SavedWork.Raw"/>.</param>
/// <param name="Unmerged">Ids of the blobs that only entries of <paramref name="Index"/> name.</param>
/// <param name="Changed">Paths in <paramref name="Raw"/> and deleted ones, sorted.</param>
/// <param name="InIndex">Paths in which the index differs from HEAD.</param>
internal sealed record CapturedWork(
    string Staged, string Files, byte[] Index, byte[] Raw, IReadOnlyList<string> Unmerged, IReadOnlyList<string> Changed,
    IReadOnlyList<string> InIndex, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>All that is not committed, sorted.</summary>
    public IReadOnlyList<string> Uncommitted { get; } = InIndex.Count == 0 ? Changed : [.. Changed.Union(InIndex, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
