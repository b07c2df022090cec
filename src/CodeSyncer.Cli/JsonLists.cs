using System.Text.Json;

namespace CodeSyncer.Cli;

/// <summary>Lists in JSON answers.</summary>
internal static class JsonLists
{
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>Lists of ids, such as cycles.</summary>
    public static void WriteTextLists(this Utf8JsonWriter writer, string name, IEnumerable<IEnumerable<string>> lists)
    {
        writer.WriteStartArray(name);
        foreach (var list in lists)
        {
            writer.WriteStartArray();
            foreach (var value in list)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
