using System.Text.Json;
using CodeSyncer.Platform.History;

namespace CodeSyncer.Cli.Verbs;

/// <summary>A commit in answers.</summary>
internal static class CommitJson
{
    public static void WriteObject(Utf8JsonWriter writer, CommitNote note)
    {
        writer.WriteStartObject();
        writer.WriteString("commit", note.Commit);
        writer.WriteString("author", note.Author);
        writer.WriteString("authored_at", note.AuthoredAt);
        writer.WriteString("subject", note.Subject);
        if (note.IsCut)
            writer.WriteBoolean("cut", true);
        writer.WriteEndObject();
    }
}
