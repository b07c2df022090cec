using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Platform.Town;

/// <summary>A town at one moment.</summary>
public sealed record TownStatus
{
    public required string Root { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool IsStopped { get; init; }

    public bool HasSupervisor { get; init; }

    public required IReadOnlyList<RigStatus> Rigs { get; init; }

    public required IReadOnlyList<AgentStatus> Agents { get; init; }

    /// <summary>Those that are not closed, the newest first.</summary>
    public required IReadOnlyList<ConvoyProgress> Convoys { get; init; }

    /// <summary>Handed in, in the order in which it lands.</summary>
    public required IReadOnlyList<Bead> Queue { get; init; }

    /// <summary>Beads that wait for a polecat.</summary>
    public required IReadOnlyList<Bead> Waiting { get; init; }

    /// <summary>Those that nobody has acknowledged, the most severe first.</summary>
    public required IReadOnlyList<Escalation> Escalations { get; init; }

    public int UnreadOfMayor { get; init; }

    public required IReadOnlyList<(string Status, int Count)> Beads { get; init; }
}
