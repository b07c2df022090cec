using System.Text.Json;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Cli.Verbs;

internal static class SyncJson
{
    public static void Write(Utf8JsonWriter writer, SyncResult answer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("stale", answer.IsStale);
        writer.WriteNumber("tags", answer.TagCount);
        writer.WriteNumber("files", answer.FileCount);
        writer.WriteStartArray("documents");
        foreach (var document in answer.Documents)
        {
            writer.WriteStartObject();
            writer.WriteString("name", document.Name);
            writer.WriteString("path", document.Path);
            writer.WriteString("state", document.State.ToString().ToLowerInvariant());
            writer.WriteNumber("size", document.Size);
            writer.WriteString("reason", document.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
