using System.Text.Json;
using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary>What an import did, for programs.</summary>
internal static class BeadExchangeJson
{
    public static void Write(Utf8JsonWriter writer, ImportResult answer)
    {
        writer.WriteStartObject();
        writer.WriteTexts("created", answer.Created);
        writer.WriteTexts("updated", answer.Updated);
        writer.WriteNumber("unchanged", answer.Unchanged.Count);
        writer.WriteTexts("older", answer.Older);
        writer.WriteTexts("deleted", answer.Deleted);
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
        writer.WriteTextLists("cycles", answer.Cycles);
        writer.WriteEndObject();
    }
}
