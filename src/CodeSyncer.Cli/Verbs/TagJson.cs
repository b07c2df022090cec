using System.Text.Json;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

internal static class TagJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<(RigWorkspace Rig, Tag Tag)> tags)
    {
        writer.WriteStartArray();
        foreach (var (rig, tag) in tags)
        {
            writer.WriteStartObject();
            if (rig.Rig.Length > 0)
                writer.WriteString("rig", rig.Rig);
            WriteFields(writer, tag);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteFields(Utf8JsonWriter writer, Tag tag)
    {
        writer.WriteString("id", tag.Id);
        writer.WriteString("kind", tag.Kind);
        writer.WriteString("text", tag.Text);
        writer.WriteString("date", tag.Date);
        writer.WriteString("note", tag.Note);
        writer.WriteString("by", tag.By);
        writer.WriteString("supersedes", tag.Supersedes);
        writer.WriteString("expires", tag.Expires);
        writer.WriteString("status", tag.Status);
        writer.WriteString("path", tag.Path);
        writer.WriteNumber("line", tag.Line);
        writer.WriteNumber("end_line", tag.EndLine);
        writer.WriteString("anchor", tag.Anchor);
        writer.WriteString("language", tag.Language);
        writer.WriteString("prefix", tag.Prefix);
    }
}
