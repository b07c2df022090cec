using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Work;

/// <summary>What the ledger, the saved work and git say to an agent at one moment.</summary>
public sealed record AgentBrief
{
    public required string Agent { get; init; }

    /// <summary><c>crew</c>, <c>polecat</c>, <c>mayor</c> or another word; null: alone in a repository.</summary>
    public string? Role { get; init; }

    public string? Rig { get; init; }

    /// <summary>The handoff to show first; null: none that is new.</summary>
    public Handoff? Handoff { get; init; }

    public Bead? Bead { get; init; }

    /// <summary>The newest save of this agent on this branch; null: none.</summary>
    public WorkState? Saved { get; init; }

    /// <summary>Paths with work that was saved and is gone from the work tree: what <c>work restore</c> would bring back.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The save that holds them.</summary>
    public WorkState? MissingFrom { get; init; }

    /// <summary>As people name that save.</summary>
    public string? MissingId { get; init; }

    /// <summary>Paths with changes that are not committed.</summary>
    public IReadOnlyList<string> Uncommitted { get; init; } = [];

    /// <summary>Unread, the most urgent first.</summary>
    public IReadOnlyList<Message> Mail { get; init; } = [];

    /// <summary>Beads that are ready, where the agent holds none.</summary>
    public IReadOnlyList<Bead> Ready { get; init; } = [];

    /// <summary>What could not be read: each a sentence.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
