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
            writer.WriteTexts("blocked_by", bead.BlockedBy.Select(reason => reason.Id));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteTexts("missing", convoy.Missing);
        writer.WriteTextLists("cycles", convoy.Cycles);
        writer.WriteEndObject();
    }
}
