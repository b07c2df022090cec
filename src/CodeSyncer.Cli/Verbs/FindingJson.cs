using System.Text.Json;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Cli.Verbs;

internal static class FindingJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Finding> findings)
    {
        writer.WriteStartArray();
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("state", finding.State.ToString().ToLowerInvariant());
            writer.WriteString("check", finding.Check);
            writer.WriteString("text", finding.Text);
            writer.WriteString("advice", finding.Advice);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
