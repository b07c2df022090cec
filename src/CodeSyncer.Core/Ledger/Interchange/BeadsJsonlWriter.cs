using System.Buffers;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>Writes Beads JSONL: each record with every key and value as it was imported, in ordinal order of the ids.</summary>
public static class BeadsJsonlWriter
{
    /// <param name="others">Headers and memories, as the import kept them: only the 1.x dialect has them, the headers first.</param>
    public static byte[] Write(IEnumerable<Bead> beads, IReadOnlyList<JsonFields> others, JsonlDialect dialect)
    {
        var sorted = beads.OrderBy(bead => bead.Id, StringComparer.Ordinal).ToList();
        var text = new ArrayBufferWriter<byte>();
        var dependents = dialect == JsonlDialect.Typed ? CountDependents(sorted) : [];
        if (dialect == JsonlDialect.Typed)
            Lines(others.Where(IsHeader));
        Lines(sorted.Select(bead => dialect == JsonlDialect.Typed ? Typed(bead, dependents.GetValueOrDefault(bead.Id)) : bead.Fields));
        if (dialect == JsonlDialect.Typed)
            Lines(others.Where(other => !IsHeader(other)));
        return text.WrittenSpan.ToArray();

        void Lines(IEnumerable<JsonFields> records)
        {
            foreach (var record in records)
            {
                text.Write(record.ToCompact());
                text.Write("\n"u8);
            }
        }
    }

    private static bool IsHeader(JsonFields other) => other.Has("_schema");

    private static JsonFields Typed(Bead bead, int dependents) =>
        bead.Fields.WithRaw("_type", JsonText.Encode("issue"), 0).With("dependency_count", bead.Dependencies.Count)
            .With("dependent_count", dependents).With("comment_count", bead.Fields.Elements("comments").Count);

    private static Dictionary<string, int> CountDependents(List<Bead> beads) =>
        beads.SelectMany(bead => bead.Dependencies.Select(edge => edge.DependsOnId)).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
}
