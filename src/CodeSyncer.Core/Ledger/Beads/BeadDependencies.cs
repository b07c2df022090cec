using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>
/// What depends on what. An edge lives in the list <c>dependencies</c> of the bead that depends; what others wrote there
/// stays byte for byte. A refused edge leaves the graph as it was.
/// </summary>
public static class BeadDependencies
{
    /// <summary>Targets in other projects: Beads writes them so; nothing here ever resolves them.</summary>
    private const string External = "external:";

    /// <summary>Adds an edge: <paramref name="id"/> depends on <paramref name="target"/>. One that is there is fine; new metadata replaces its own.</summary>
    /// <param name="metadata">A JSON object as text; for waits-for <c>{"gate":"all-children"}</c> or <c>any-children</c>.</param>
    /// <exception cref="CodeSyncerException">UnknownBead, SelfDependency, DependencyCycle (naming it), SecondParent, BadValue.</exception>
    public static Bead Add(LedgerChange change, string id, string target, string type, string? metadata = null)
    {
        var before = BeadLookup.FindLiving(change, id);
        Link(change, before.Id, target, type, metadata);
        return change.ReadBead(before.Id)!;
    }

    /// <summary>Removes the edge of that type; without a type every edge to the target, of which there must be one.</summary>
    /// <exception cref="CodeSyncerException">UnknownDependency: there is no such edge.</exception>
    public static Bead Remove(LedgerChange change, string id, string target, string? type = null)
    {
        var bead = BeadLookup.FindLiving(change, id);
        var to = bead.Dependencies.Any(edge => edge.DependsOnId == target) ? target : Target(change, target);
        var left = bead.Dependencies.Where(edge => edge.DependsOnId != to || (type is not null && edge.Type != type)).ToList();
        if (left.Count == bead.Dependencies.Count)
            throw LedgerErrors.UnknownDependency(bead.Id, type ?? "any", to);
        return BeadRules.Save(change, bead, bead.WithElements("dependencies", [.. left.Select(edge => edge.Raw)]), $"dep remove {bead.Id} {type ?? "any"}:{to}");
    }

    /// <summary>Makes it a child of another parent, or (null or empty) of none. Its id stays.</summary>
    public static Bead SetParent(LedgerChange change, string id, string? parent)
    {
        var bead = BeadLookup.FindLiving(change, id);
        var target = string.IsNullOrEmpty(parent) ? null : BeadLookup.FindLiving(change, parent).Id;
        if (bead.Parent == target)
            return bead;
        if (target is not null)
            Check(bead.Id, target, DependencyType.ParentChild, change, ignoreParent: true);
        var left = bead.Dependencies.Where(edge => edge.Type != DependencyType.ParentChild).Select(edge => edge.Raw).ToList();
        var moved = bead.WithElements("dependencies", left);
        if (target is not null)
            moved = BeadRules.Append(moved, "dependencies", Entry(change, bead.Id, target, DependencyType.ParentChild, null));
        return BeadRules.Save(change, bead, moved, $"parent of {bead.Id}: {target ?? "none"}");
    }

    internal static void Link(LedgerChange change, string id, string target, string type, string? metadata)
    {
        BeadFields.CheckWord("type of dependency", type);
        CheckMetadata(type, metadata);
        var bead = change.ReadBead(id)!;
        var to = Target(change, target);
        if (bead.Dependencies.FirstOrDefault(edge => edge.Key == (to, type)) is { } known)
        {
            if (metadata is not null && known.Metadata != metadata)
            {
                var edges = bead.Dependencies.Select(edge => edge.Key == known.Key ? edge.Fields.With("metadata", metadata).ToCompact() : edge.Raw);
                BeadRules.Save(change, bead, bead.WithElements("dependencies", [.. edges]), $"dep change {id} {type}:{to}");
            }

            return;
        }

        Check(id, to, type, change, ignoreParent: false);
        BeadRules.Save(change, bead, BeadRules.Append(bead, "dependencies", Entry(change, id, to, type, metadata)), $"dep add {id} {type}:{to}");
    }

    private static void Check(string from, string to, string type, LedgerChange change, bool ignoreParent)
    {
        if (from == to)
            throw LedgerErrors.SelfDependency(from);
        if (type == DependencyType.ParentChild && !ignoreParent && change.ReadBead(from)!.Parent is { } parent)
            throw LedgerErrors.SecondParent(from, parent);
        // On what nobody depends on, no cycle runs: a chain that is built from its end is not searched again for every link.
        if (DependencyType.AffectsReadiness(type) && change.EdgesTo(from).Count > 0 && DependencyCycle.Closing(from, to, change.EdgesFrom) is { } cycle)
            throw LedgerErrors.DependencyCycle(cycle);
    }

    private static JsonFields Entry(LedgerChange change, string id, string target, string type, string? metadata)
    {
        var entry = JsonFields.Empty.With("issue_id", id).With("depends_on_id", target).With("type", type)
            .With("created_at", change.Now).With("created_by", change.Actor.Name);
        return metadata is null ? entry : entry.With("metadata", metadata);
    }

    private static string Target(LedgerChange change, string target) =>
        target.StartsWith(External, StringComparison.Ordinal) && target.Length <= BeadId.MaxLength && !target.Any(char.IsControl)
            ? target : BeadLookup.FindLiving(change, target).Id;

    private static void CheckMetadata(string type, string? metadata)
    {
        if (metadata is null)
            return;
        try
        {
            if (type == DependencyType.WaitsFor && JsonFields.Parse(metadata).String("gate") is not (null or "all-children" or "any-children"))
                throw LedgerErrors.BadValue("gate", metadata, "a gate is all-children or any-children");
            JsonFields.Parse(metadata);
        }
        catch (FormatException)
        {
            throw LedgerErrors.BadValue("metadata of a dependency", metadata, "give a JSON object");
        }
    }
}
