using System.Text.Json;
using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary>What an import did, for programs.</summary>
internal static class BeadExchangeJson
{
    public static void Write(Utf8JsonWriter writer, ImportResult answer)
    {
        writer.WriteStartObject();
        Texts(writer, "created", answer.Created);
        Texts(writer, "updated", answer.Updated);
        writer.WriteNumber("unchanged", answer.Unchanged.Count);
        Texts(writer, "older", answer.Older);
        Texts(writer, "deleted", answer.Deleted);
        writer.WriteStartArray("dangling");
        foreach (var edge in answer.Dangling)
        {
            writer.WriteStartObject();
            writer.WriteString("issue_id", edge.From);
            writer.WriteString("depends_on_id", edge.To);
            writer.WriteString("type", edge.Type);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("cycles");
        foreach (var cycle in answer.Cycles)
        {
            writer.WriteStartArray();
            foreach (var id in cycle)
                writer.WriteStringValue(id);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
