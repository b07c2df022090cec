namespace CodeSyncer.Core.Ledger;

/// <summary>A bead as the graph sees it: what readiness, order and progress are derived from.</summary>
public sealed record BeadNode(
    string Id,
    string Title,
    string Status,
    string IssueType,
    int Priority,
    DateTimeOffset CreatedAt,
    bool Pinned,
    bool Ephemeral,
    DateTimeOffset? DeferUntil,
    string? Parent,
    string? Assignee);
