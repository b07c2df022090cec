using CodeSyncer.Core.Ledger.Merge;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>A record from outside over the bead that the ledger has.</summary>
internal static class ImportedBead
{
    /// <summary>Where these are missing in a newer record they were emptied: Beads writes them faithfully, and no empty ones.</summary>
    private static readonly HashSet<string> Faithful = new(StringComparer.Ordinal)
    {
        "description", "design", "acceptance_criteria", "notes", "assignee", "owner", "estimated_minutes", "closed_at", "close_reason",
        "due_at", "defer_until", "external_ref", "labels", "dependencies", "pinned", "ephemeral", "is_template",
    };

    public static bool IsOlder(JsonFields record, JsonFields ours) => Time(record) < Time(ours);

    /// <summary>Ours as it is where the record is older or of the same time, or ours is deleted; comments are united in any case.</summary>
    public static Bead Over(Bead ours, Bead record)
    {
        var united = Lists(ours, record, "comments");
        if (Time(record.Fields) <= Time(ours.Fields) || (ours.IsTombstone && !record.IsTombstone))
            return united.Count > ours.Fields.Elements("comments").Count ? ours.WithElements("comments", united) : ours;
        var merged = record.WithElements("comments", united);
        if (record.Dependencies.Count > 0)
            merged = merged.WithElements("dependencies", [.. record.Dependencies.Select(edge => Edge(ours, edge))]);
        foreach (var field in ours.Fields.Fields.Where(field => !merged.Fields.Has(field.Key) && !Faithful.Contains(field.Key)))
        {
            if (field.Key != "claim" || (record.Assignee == ours.Assignee && record.Status == ours.Status))
                merged = merged.WithRaw(field.Key, field.Raw);
        }

        return merged.IsClosed ? merged : merged.Without("closed_by_session");
    }

    private static List<ReadOnlyMemory<byte>> Lists(Bead ours, Bead record, string key)
    {
        var identity = MergeKeys.IdentityIn(key)!;
        var list = ours.Fields.Elements(key).ToList();
        var known = list.Select(identity).ToHashSet(StringComparer.Ordinal);
        list.AddRange(record.Fields.Elements(key).Where(entry => known.Add(identity(entry))));
        return list;
    }

    /// <summary>The record's edge with the keys of ours that it lacks: Beads drops metadata and thread_id on import.</summary>
    private static ReadOnlyMemory<byte> Edge(Bead ours, BeadDependency edge)
    {
        if (ours.Dependencies.FirstOrDefault(known => known.Key == edge.Key) is not { } before)
            return edge.Raw;
        var missing = before.Fields.Fields.Where(field => !edge.Fields.Has(field.Key)).ToList();
        return missing.Count == 0 ? edge.Raw : missing.Aggregate(edge.Fields, (fields, field) => fields.WithRaw(field.Key, field.Raw)).ToCompact();
    }

    private static DateTimeOffset Time(JsonFields fields) => fields.Time("updated_at") ?? fields.Time("created_at") ?? DateTimeOffset.MinValue;
}
