using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>Finds the bead that a person means by a whole id or a part of one.</summary>
public static class BeadLookup
{
    /// <summary>The one bead that <paramref name="part"/> names, deleted ones included; of several a deleted one is not meant.</summary>
    /// <exception cref="CodeSyncerException">BadId, UnknownBead, or AmbiguousBead with the candidates.</exception>
    public static Bead Find(LedgerChange change, string part)
    {
        // A part may begin anywhere in an id.
        if (!BeadId.IsValid("a" + part) || part.Length is 0 or > BeadId.MaxLength)
            throw LedgerErrors.BadId(part);
        var beads = change.Resolve(LedgerPath.Beads, part).Select(change.ReadBead).OfType<Bead>().ToList();
        if (beads.Count > 1 && beads.Any(bead => !bead.IsTombstone))
            beads.RemoveAll(bead => bead.IsTombstone);
        return beads.Count switch
        {
            0 => throw LedgerErrors.UnknownBead(part),
            1 => beads[0],
            _ => throw LedgerErrors.AmbiguousBead(part, [.. beads.Select(bead => bead.Id).Order(StringComparer.Ordinal)]),
        };
    }

    /// <summary>As <see cref="Find"/>; a deleted bead is an error.</summary>
    public static Bead FindLiving(LedgerChange change, string part)
    {
        var bead = Find(change, part);
        return bead.IsTombstone ? throw LedgerErrors.DeletedBead(bead.Id) : bead;
    }
}
