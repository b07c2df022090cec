using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>
/// Who works on a bead: one holder, by name, work tree and session. A claim is one step of a change, and the change is
/// atomic: of many who claim at once one wins.
/// </summary>
public static class BeadClaims
{
    /// <summary>
    /// Claims a bead that is open, or hooked or in progress for the same agent. Only the next session of the same agent
    /// and work tree takes over, once the holder's session is over.
    /// </summary>
    /// <param name="isAlive">Whether the session of that name still lives.</param>
    /// <exception cref="CodeSyncerException">HeldBead (Conflict) with the holder; NotClaimable: it is closed, deferred, pinned, blocked by hand.</exception>
    public static ClaimResult Claim(LedgerChange change, string id, Func<string, bool> isAlive)
    {
        var bead = BeadLookup.FindLiving(change, id);
        var actor = change.Actor;
        if (bead.Claim is { } held)
        {
            if (!IsSame(held, actor))
                throw Held(bead);
            if (held.Session == actor.Session)
                return new ClaimResult(bead, ClaimOutcome.AlreadyYours, held);
            if (isAlive(held.Session))
                throw Held(bead);
            return new ClaimResult(Take(change, bead, "take over"), ClaimOutcome.TakenOver, held);
        }

        if (bead.Pinned || bead.Status is not (BeadStatus.Open or BeadStatus.InProgress or BeadStatus.Hooked))
            throw LedgerErrors.NotClaimable(bead.Id, bead.Pinned ? BeadStatus.Pinned : bead.Status);
        if (bead.Assignee is { } assignee && assignee != actor.Name)
            throw Held(bead);
        return new ClaimResult(Take(change, bead, "claim"), ClaimOutcome.Claimed, null);
    }

    /// <summary>
    /// Gives a bead back: open, for anyone. Only its holder may, in any session while the claiming one is over or the
    /// same; <paramref name="force"/> takes it from others. What nobody holds stays as it is.
    /// </summary>
    /// <exception cref="CodeSyncerException">HeldBead (Conflict).</exception>
    public static Bead Release(LedgerChange change, string id, Func<string, bool> isAlive, bool force = false)
    {
        var bead = BeadLookup.FindLiving(change, id);
        if (bead.Claim is { } held)
        {
            if (!force && !(IsSame(held, change.Actor) && (held.Session == change.Actor.Session || !isAlive(held.Session))))
                throw Held(bead);
        }
        else if (bead.Assignee is null || bead.Status is not (BeadStatus.Open or BeadStatus.InProgress or BeadStatus.Hooked))
            return bead;
        else if (!force && bead.Assignee != change.Actor.Name)
            throw Held(bead);
        var free = BeadRules.WithStatus(change, bead, BeadStatus.Open).Without("assignee", "claim");
        return BeadRules.Save(change, bead, free, $"release {bead.Id}");
    }

    private static Bead Take(LedgerChange change, Bead bead, string verb)
    {
        var actor = change.Actor;
        var claim = new BeadClaim(actor.Name, actor.WorkTree, actor.Session, LedgerTime.Write(change.Now));
        var taken = BeadRules.WithStatus(change, bead, BeadStatus.InProgress).With("assignee", actor.Name).WithRaw("claim", claim.ToFields().ToCompact());
        return BeadRules.Save(change, bead, taken, $"{verb} {bead.Id} by {actor.Name}");
    }

    private static bool IsSame(BeadClaim held, Actor actor) => held.Agent == actor.Name && held.WorkTree == actor.WorkTree;

    private static CodeSyncerException Held(Bead bead) => bead.Claim is { } claim
        ? LedgerErrors.HeldBead(bead.Id, claim.Agent, claim.WorkTree, claim.Since)
        : LedgerErrors.HeldBead(bead.Id, bead.Assignee!, null, bead.Fields.String("started_at") ?? bead.Fields.String("updated_at") ?? "some time");
}
