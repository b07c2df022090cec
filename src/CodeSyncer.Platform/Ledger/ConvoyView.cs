using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Convoys with the progress that is derived from their beads.</summary>
/// <param name="isAlive">Whether the session of that name still lives.</param>
/// <param name="isMoving">Whether a bead outside of a convoy is somebody's work now or soon; null: none is known to be.</param>
public sealed class ConvoyView(LedgerIndex index, DateTimeOffset now, Func<string, bool> isAlive, Func<BeadNode, bool>? isMoving = null)
{
    /// <summary>In a town: agents that are gone are started again, and what waits for an agent gets one.</summary>
    public static ConvoyView OfTown(LedgerIndex index, DateTimeOffset now)
    {
        var waiting = index.Beads(new BeadQuery { TownKey = Dispatch.Key }).Select(bead => bead.Id).ToHashSet(StringComparer.Ordinal);
        return new ConvoyView(index, now, _ => true, bead => bead.Status == BeadStatus.InProgress || waiting.Contains(bead.Id));
    }

    /// <summary>All convoys, the newest first.</summary>
    public IReadOnlyList<ConvoyProgress> All()
    {
        var convoys = index.Items(LedgerPath.Convoys).ConvertAll(fields => new Convoy(fields));
        if (convoys.Count == 0)
            return [];
        // Few convoys of a large ledger touch a small part of it.
        var beads = convoys.SelectMany(convoy => convoy.Beads).Distinct().ToList();
        var (nodes, edges) = index.Graph(beads.Count > IndexGraph.ManyBeads ? null : beads);
        var work = new ReadyWork(nodes, edges, now);
        return [.. convoys.OrderByDescending(convoy => convoy.CreatedAt).Select(convoy => ConvoyProgress.Of(convoy, work, IsHeld, isMoving))];
    }

    /// <summary>One convoy; only what hangs together with its beads is read.</summary>
    public ConvoyProgress Of(Convoy convoy)
    {
        var (nodes, edges) = index.Graph(convoy.Beads);
        return ConvoyProgress.Of(convoy, new ReadyWork(nodes, edges, now), IsHeld, isMoving);
    }

    /// <summary>A bead in progress is held while the session that claimed it lives; one without a claim by whoever it is assigned to.</summary>
    private bool IsHeld(BeadNode bead) =>
        index.Item(LedgerPath.Beads, bead.Id) is not { } fields || new Bead(fields).Claim is not { } claim || isAlive(claim.Session);
}
