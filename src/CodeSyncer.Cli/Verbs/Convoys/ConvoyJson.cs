using System.Text.Json;
using CodeSyncer.Core.Ledger.Convoys;

namespace CodeSyncer.Cli.Verbs.Convoys;

/// <summary>Convoys for programs: id, name, status, total, done, ready, blocked, beads, and more.</summary>
internal static class ConvoyJson
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<ConvoyProgress> convoys)
    {
        writer.WriteStartArray();
        foreach (var convoy in convoys)
            Write(writer, convoy);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, ConvoyProgress convoy)
    {
        writer.WriteStartObject();
        writer.WriteString("id", convoy.Convoy.Id);
        writer.WriteString("name", convoy.Convoy.Name);
        writer.WriteString("status", convoy.Status.ToString().ToLowerInvariant());
        writer.WriteNumber("total", convoy.Total);
        writer.WriteNumber("done", convoy.Done);
        writer.WriteNumber("in_progress", convoy.InProgress);
        writer.WriteNumber("ready", convoy.Ready);
        writer.WriteNumber("blocked", convoy.Blocked);
        writer.WriteNumber("stranded", convoy.Stranded);
        writer.WriteStartArray("beads");
        foreach (var bead in convoy.Beads)
        {
            writer.WriteStartObject();
            writer.WriteString("id", bead.Bead.Id);
            writer.WriteString("title", bead.Bead.Title);
            writer.WriteString("status", bead.Bead.Status);
            writer.WriteString("readiness", bead.Readiness.ToString().ToLowerInvariant());
            if (bead.Wave is { } wave)
                writer.WriteNumber("wave", wave);
            writer.WriteBoolean("stranded", bead.IsStranded);
            Texts(writer, "blocked_by", bead.BlockedBy.Select(reason => reason.Id));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Texts(writer, "missing", convoy.Missing);
        writer.WriteStartArray("cycles");
        foreach (var cycle in convoy.Cycles)
        {
            writer.WriteStartArray();
            foreach (var id in cycle)
                writer.WriteStringValue(id);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
