using System.Text.Json;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Sync;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>Answers about the ledger, for programs.</summary>
internal static class LedgerJson
{
    public static void Write(Utf8JsonWriter writer, LedgerSyncResult answer)
    {
        writer.WriteStartObject();
        writer.WriteString("remote", answer.Remote);
        writer.WriteString("tip", answer.Tip);
        writer.WriteNumber("taken", answer.Taken);
        writer.WriteBoolean("merged", answer.Merged);
        writer.WriteBoolean("pushed", answer.Pushed);
        writer.WriteStartArray("moved");
        foreach (var (old, now) in answer.Moved)
        {
            writer.WriteStartObject();
            writer.WriteString("old", old);
            writer.WriteString("new", now);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteTextLists("cycles", answer.Cycles);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<LedgerProblem> problems)
    {
        writer.WriteStartArray();
        foreach (var problem in problems)
        {
            writer.WriteStartObject();
            writer.WriteString("path", problem.Path);
            writer.WriteString("what", problem.What);
            writer.WriteString("severity", problem.IsError ? "error" : "note");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<LedgerEvent> events)
    {
        writer.WriteStartArray();
        foreach (var entry in events)
        {
            writer.WriteStartObject();
            writer.WriteString("commit", entry.Commit);
            writer.WriteString("agent", entry.Agent);
            writer.WriteString("time", entry.Time);
            writer.WriteString("what", entry.What);
            writer.WriteStartArray("changes");
            foreach (var change in entry.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("path", change.Path);
                writer.WriteString("field", change.Field);
                writer.WriteString("old", change.Old);
                writer.WriteString("new", change.New);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, LedgerSize before, LedgerSize after)
    {
        writer.WriteStartObject();
        Write(writer, "before", before);
        Write(writer, "after", after);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, LedgerSize size)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("objects", size.Objects);
        writer.WriteNumber("loose", size.Loose);
        writer.WriteNumber("packs", size.Packs);
        writer.WriteNumber("kib", size.KiB);
        writer.WriteEndObject();
    }
}
