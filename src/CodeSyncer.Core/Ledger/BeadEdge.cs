namespace CodeSyncer.Core.Ledger;

/// <summary>
/// A dependency as the graph sees it: <paramref name="From"/> depends on <paramref name="To"/>.
/// <paramref name="Metadata"/> is the edge's own JSON text (<c>{"gate":"any-children"}</c>), or null.
/// </summary>
public sealed record BeadEdge(string From, string To, string Type, string? Metadata);
