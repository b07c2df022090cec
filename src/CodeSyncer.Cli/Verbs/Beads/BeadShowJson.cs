using System.Globalization;
using System.Text.Json;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Records;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary>What <c>bead show</c> says, for programs: the fields of the bead, and where the code and its history name it.</summary>
internal static class BeadShowJson
{
    private const string Traces = "traces";

    /// <summary>One bead as an object, several as an array.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<(Bead Bead, IReadOnlyList<BeadTrace> Traces)> beads)
    {
        if (beads.Count != 1)
            writer.WriteStartArray();
        foreach (var (bead, traces) in beads)
            Write(writer, bead, traces);
        if (beads.Count != 1)
            writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Bead bead, IReadOnlyList<BeadTrace> traces)
    {
        using var fields = JsonDocument.Parse(bead.Fields.ToCompact());
        writer.WriteStartObject();
        foreach (var field in fields.RootElement.EnumerateObject().Where(field => !field.NameEquals(Traces)))
            field.WriteTo(writer);
        writer.WriteStartArray(Traces);
        foreach (var trace in traces)
        {
            foreach (var tag in trace.Tags)
                Write(writer, "tag", trace.Rig, tag.Text, tag.Date, tag.By, path: tag.Path, line: tag.Line);
            foreach (var branch in trace.Branches)
                Write(writer, "branch", trace.Rig, branch);
            foreach (var commit in trace.Commits)
                Write(writer, "commit", trace.Rig, commit.Subject, commit.AuthoredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), commit.Author, commit.Commit);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string kind, string rig, string text, string? date = null, string? by = null, string? commit = null, string? path = null, int? line = null)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", kind);
        if (rig.Length > 0)
            writer.WriteString("rig", rig);
        if (path is not null)
            writer.WriteString("path", path);
        if (line is { } number)
            writer.WriteNumber("line", number);
        if (commit is not null)
            writer.WriteString("commit", commit);
        if (date is not null)
            writer.WriteString("date", date);
        if (by is not null)
            writer.WriteString("by", by);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
