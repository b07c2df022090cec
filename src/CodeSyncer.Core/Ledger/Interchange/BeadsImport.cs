using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Merge;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>
/// Brings the records of a file into the ledger, all in one change. A record that is new is taken as it stands. A newer
/// one replaces the fields of ours that Beads knows; what Beads may have dropped on its way (our keys, metadata of edges,
/// keys unknown to it) stays, and comments are united. An older one changes nothing. Importing twice changes nothing.
/// </summary>
public static class BeadsImport
{
    /// <summary>Headers and memories stand here, as items of their own, so that an export gives them back.</summary>
    public static string OtherPath(JsonFields other) => LedgerPath.Of(LedgerPath.Events, "import-" + ImportName.Of(other));

    /// <summary>Whether an item under <c>events</c> is one of these.</summary>
    public static bool IsOther(JsonFields item) => item.Has("_schema") || item.String("_type") is { Length: > 0 } type && type != "issue";

    /// <exception cref="CodeSyncerException">BrokenImport: the file has problems; nothing was written.</exception>
    public static ImportResult Import(LedgerChange change, JsonlFile file, string source)
    {
        if (file.Problems.Count > 0)
            throw LedgerErrors.BrokenImport(source, file.Problems);
        var (created, updated, unchanged, older, deleted) = (new List<string>(), new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var record in file.Beads)
        {
            var ours = change.ReadBead(record.Id);
            var merged = ours is null ? record.Fields : ImportedBead.Over(ours, new Bead(record.Fields)).Fields;
            if (ours is null)
                created.Add(record.Id);
            else if (!merged.Equals(ours.Fields))
                updated.Add(record.Id);
            else
                (ours.IsTombstone && record.Fields.String("status") != BeadStatus.Tombstone ? deleted : ImportedBead.IsOlder(record.Fields, ours.Fields) ? older : unchanged).Add(record.Id);
            if (ours is null || !merged.Equals(ours.Fields))
                change.Write(LedgerPath.Bead(record.Id), merged);
        }

        foreach (var other in file.Others.Where(other => change.Read(OtherPath(other)) is not { } known || !known.Equals(other)))
            change.Write(OtherPath(other), other);
        if (change.Writes.Count > 0)
            change.Note($"import {file.Beads.Count} beads: {created.Count} created, {updated.Count} updated");
        var written = created.Concat(updated).Select(id => change.ReadBead(id)!).ToList();
        return new ImportResult(created, updated, unchanged, older, deleted, Dangling(change, file), MergedCycles.Find(written, change.EdgesFrom));
    }

    private static List<BeadEdge> Dangling(LedgerChange change, JsonlFile file)
    {
        var known = file.Beads.Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        return [.. file.Beads.SelectMany(record => new Bead(record.Fields).Dependencies.Select(edge => new BeadEdge(record.Id, edge.DependsOnId, edge.Type, edge.Metadata)))
            .Where(edge => !known.Contains(edge.To) && (!BeadId.IsValid(edge.To) || change.ReadBead(edge.To) is null))];
    }
}
