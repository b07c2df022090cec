using System.Text.Json;
using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Lint.Formats;

/// <summary>SARIF 2.1.0, as code scanning services take it. Source: OASIS, "Static Analysis Results Interchange Format".</summary>
internal static class SarifFormat
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Render(IReadOnlyList<LintFinding> findings, string version) => JsonFormat.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, version);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject("SRCROOT");
        WriteText(writer, "description", "The root of the repository.");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("results");
        foreach (var finding in findings)
            WriteResult(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter writer, string version)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "codesyncer");
        writer.WriteString("semanticVersion", version);
        writer.WriteStartArray("rules");
        foreach (var rule in LintRules.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            WriteText(writer, "shortDescription", rule.About);
            WriteText(writer, "help", rule.About);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", LevelOf(rule.Default));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, LintFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule);
        writer.WriteNumber("ruleIndex", LintRuleId.All.ToList().IndexOf(finding.Rule));
        writer.WriteString("level", LevelOf(finding.Severity));
        WriteText(writer, "message", $"{finding.Message}: {finding.Hint}.");
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', finding.Path.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteString("uriBaseId", "SRCROOT");
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", finding.Line);
        writer.WriteNumber("endLine", finding.EndLine);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("codesyncerTag/v1", $"{finding.Rule}:{finding.Path}:{finding.Tag.Id}");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string LevelOf(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        _ => "note",
    };
}
