using System.Text.Json;
using CodeSyncer.Platform.History;
using CodeSyncer.Platform.Records;

namespace CodeSyncer.Cli.Verbs;

/// <summary>What explains a place, for programs.</summary>
internal static class WhyJson
{
    /// <param name="isTown">An answer for a town is a list, one a rig.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<(Why Why, string Rig)> answers, bool isTown)
    {
        if (isTown)
            writer.WriteStartArray();
        foreach (var (why, rig) in answers)
            Write(writer, why, rig);
        if (isTown)
            writer.WriteEndArray();
    }

    /// <param name="rig">Of the place; empty: it is in no town.</param>
    private static void Write(Utf8JsonWriter writer, Why why, string rig)
    {
        writer.WriteStartObject();
        if (rig.Length > 0)
            writer.WriteString("rig", rig);
        writer.WriteString("path", why.Path);
        if (why.Line is { } line)
            writer.WriteNumber("line", line);
        writer.WriteBoolean("cut", why.IsCut);
        Write(writer, "origin", why.Origin);
        writer.WriteStartArray("tags");
        foreach (var tag in why.Tags)
            Write(writer, why, tag);
        writer.WriteEndArray();
        writer.WriteStartArray("beads");
        foreach (var bead in why.Beads)
        {
            writer.WriteStartObject();
            writer.WriteString("id", bead.Id);
            writer.WriteString("title", bead.Title);
            writer.WriteString("status", bead.Status);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("commits");
        foreach (var commit in why.Commits)
            CommitJson.WriteObject(writer, commit);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Why why, WhyTag tag)
    {
        var near = tag.Near;
        writer.WriteStartObject();
        writer.WriteString("place", near.Place.ToString().ToLowerInvariant());
        writer.WriteNumber("score", Math.Round(near.Score, 3));
        TagJson.WriteFields(writer, near.Tag);
        Write(writer, "origin", tag.Origin);
        writer.WriteStartArray("replaced");
        foreach (var older in near.Replaced)
        {
            writer.WriteStartObject();
            TagJson.WriteFields(writer, older);
            if (why.Gone.Contains(older))
                writer.WriteBoolean("gone", true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, CommitNote? note)
    {
        writer.WritePropertyName(name);
        if (note is null)
            writer.WriteNullValue();
        else
            CommitJson.WriteObject(writer, note);
    }
}
