using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>
/// What can be done to a convoy. Ids of convoys and beads may be parts of ids. Every bead is looked up before anything is
/// written: one that is unknown or deleted refuses the whole.
/// </summary>
public static class ConvoyRules
{
    private const int LongestName = 500;

    /// <param name="ids">With <see cref="Convoy.IdPrefix"/>, or a prefix of the caller's own.</param>
    /// <exception cref="CodeSyncerException">BadConvoyName; UnknownBead, AmbiguousBead, DeletedBead; ConvoyCycle, naming it.</exception>
    public static Convoy Create(LedgerChange change, string name, IReadOnlyList<string> beads, BeadIdSource ids)
    {
        var title = CheckName(name);
        var found = FindAll(change, beads);
        var id = BeadId.New(ids.Prefix, ids.Count, ids.Random, id => change.Read(LedgerPath.Convoy(id)) is not null);
        var convoy = new Convoy(JsonFields.Empty.With("id", id).With("name", title).With("beads", found)
            .With("created_at", change.Now).With("created_by", change.Actor.Name).With("updated_at", change.Now));
        change.Write(LedgerPath.Convoy(id), convoy.Fields);
        change.Note($"convoy create {id}: {title}");
        return convoy;
    }

    /// <summary>Adds beads; those in it already are fine. A closed convoy that gets a new bead is open again.</summary>
    /// <exception cref="CodeSyncerException">As <see cref="Create"/>, and UnknownConvoy, AmbiguousConvoy.</exception>
    public static Convoy Add(LedgerChange change, string id, IReadOnlyList<string> beads)
    {
        var before = Find(change, id);
        var fresh = FindAll(change, beads).Except(before.Beads).ToList();
        if (fresh.Count == 0)
            return before;
        var convoy = before.WithBeads([.. before.Beads, .. fresh]).Without("closed_at", "close_reason", "closed_by_session");
        return Save(change, before, convoy, $"convoy add {before.Id}{(before.IsClosed ? " (open again)" : "")}: {string.Join(' ', fresh)}");
    }

    /// <summary>Takes beads out of it, deleted and unknown ones too; the beads themselves stay as they are.</summary>
    /// <exception cref="CodeSyncerException">NotInConvoy: one of them is not in it.</exception>
    public static Convoy Remove(LedgerChange change, string id, IReadOnlyList<string> beads)
    {
        var before = Find(change, id);
        var gone = beads.Select(bead => Member(change, before, bead)).ToHashSet(StringComparer.Ordinal);
        return Save(change, before, before.WithBeads(before.Beads.Where(bead => !gone.Contains(bead))), $"convoy remove {before.Id}: {string.Join(' ', gone)}");
    }

    /// <summary>Closes it, whatever its beads are. A closed one stays as it is, unless another reason is given.</summary>
    public static Convoy Close(LedgerChange change, string id, string? reason = null)
    {
        var before = Find(change, id);
        var convoy = before.IsClosed ? before : before.With("closed_at", change.Now).With("closed_by_session", change.Actor.Session);
        if (!string.IsNullOrEmpty(reason))
            convoy = convoy.With("close_reason", reason);
        return Save(change, before, convoy, string.IsNullOrEmpty(reason) ? $"convoy close {before.Id}" : $"convoy close {before.Id}: {reason}");
    }

    /// <summary>The one convoy that <paramref name="part"/> names.</summary>
    public static Convoy Find(LedgerChange change, string part)
    {
        if (part.Length is 0 or > BeadId.MaxLength || !BeadId.IsValid("a" + part))
            throw LedgerErrors.BadId(part);
        var found = change.Resolve(LedgerPath.Convoys, part);
        return found.Count switch
        {
            1 when change.Read(LedgerPath.Convoy(found[0])) is { } fields => new Convoy(fields),
            > 1 => throw ConvoyErrors.Ambiguous(part, [.. found.Order(StringComparer.Ordinal)]),
            _ => throw ConvoyErrors.Unknown(part),
        };
    }

    private static List<string> FindAll(LedgerChange change, IReadOnlyList<string> beads)
    {
        var found = beads.Select(bead => BeadLookup.FindLiving(change, bead).Id).Distinct(StringComparer.Ordinal).ToList();
        return CycleSearch.FirstFrom(found, change.EdgesFrom) is { } cycle ? throw ConvoyErrors.Cycle(cycle) : found;
    }

    private static string Member(LedgerChange change, Convoy convoy, string part)
    {
        if (convoy.Beads.Contains(part))
            return part;
        var members = change.Resolve(LedgerPath.Beads, part).Intersect(convoy.Beads).ToList();
        return members.Count switch
        {
            1 => members[0],
            0 => throw ConvoyErrors.NotInConvoy(part, convoy.Id),
            _ => throw LedgerErrors.AmbiguousBead(part, members),
        };
    }

    private static Convoy Save(LedgerChange change, Convoy before, Convoy convoy, string note)
    {
        if (convoy.Fields.Equals(before.Fields))
            return before;
        convoy = convoy.With("updated_at", LedgerClock.After(before.UpdatedAt, change));
        change.Write(LedgerPath.Convoy(before.Id), convoy.Fields);
        change.Note(note);
        return convoy;
    }

    private static string CheckName(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length > 0 && !trimmed.Any(char.IsControl) && Encoding.UTF8.GetByteCount(trimmed) <= LongestName
            ? trimmed : throw ConvoyErrors.BadName(name);
    }
}
