namespace CodeSyncer.Core.Town;

/// <summary>What is to be slung where.</summary>
/// <param name="Beads">Ids, or parts of ids.</param>
/// <param name="Starter">The process that slings, as <c>id.start</c>.</param>
public sealed record SlingRequest(IReadOnlyList<string> Beads, RigSettings Rig, string Program, string Starter)
{
    /// <summary>A certain agent; null: any polecat.</summary>
    public AgentAddress? Agent { get; init; }

    /// <summary>Name of a convoy for those beads that are in none; null: made from the titles.</summary>
    public string? Convoy { get; init; }

    /// <summary>A blocked bead waits until it is ready; otherwise it is refused.</summary>
    public bool IsWhenReady { get; init; }
}
