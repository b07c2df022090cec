using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Convoys with the progress that is derived from their beads.</summary>
/// <param name="isAlive">Whether the session of that name still lives.</param>
public sealed class ConvoyView(LedgerIndex index, DateTimeOffset now, Func<string, bool> isAlive)
{
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
        return [.. convoys.OrderByDescending(convoy => convoy.CreatedAt).Select(convoy => ConvoyProgress.Of(convoy, work, IsHeld))];
    }

    /// <summary>One convoy; only what hangs together with its beads is read.</summary>
    public ConvoyProgress Of(Convoy convoy)
    {
        var (nodes, edges) = index.Graph(convoy.Beads);
        return ConvoyProgress.Of(convoy, new ReadyWork(nodes, edges, now), IsHeld);
    }

    /// <summary>A bead in progress is held while the session that claimed it lives; one without a claim by whoever it is assigned to.</summary>
    private bool IsHeld(BeadNode bead) =>
        index.Item(LedgerPath.Beads, bead.Id) is not { } fields || new Bead(fields).Claim is not { } claim || isAlive(claim.Session);
}
