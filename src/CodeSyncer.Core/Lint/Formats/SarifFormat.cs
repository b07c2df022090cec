using System.Text.Json;
using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Lint.Formats;

/// <summary>SARIF 2.1.0, as code scanning services take it. Source: OASIS, "Static Analysis Results Interchange Format".</summary>
internal static class SarifFormat
{
    /// <summary>The symbol that code scanning services know for the root of the repository.</summary>
    private const string Root = "%SRCROOT%";

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly Dictionary<string, int> RuleIndex =
        LintRules.All.Select((rule, index) => (rule.Id, index)).ToDictionary(entry => entry.Id, entry => entry.index);

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
        writer.WriteStartObject(Root);
        WriteText(writer, "description", "The root of the repository.");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("results");
        var fingerprints = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
            WriteResult(writer, finding, fingerprints);
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
            WriteText(writer, "help", $"{rule.About} {rule.Advice}");
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", LevelOf(rule.Default));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, LintFinding finding, Dictionary<string, int> fingerprints)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule);
        writer.WriteNumber("ruleIndex", RuleIndex[finding.Rule]);
        writer.WriteString("level", LevelOf(finding.Severity));
        WriteText(writer, "message", WithoutLinks($"{finding.Message}: {finding.Hint.TrimEnd('.')}."));
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', finding.Place.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteString("uriBaseId", Root);
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", finding.Line);
        writer.WriteNumber("endLine", finding.EndLine);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("codesyncerTag/v1", FingerprintOf(finding, fingerprints));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The same finding on a moved line has the same fingerprint; the second of two equal tags in a file is told apart.</summary>
    private static string FingerprintOf(LintFinding finding, Dictionary<string, int> seen)
    {
        var fingerprint = $"{finding.Rule}:{finding.Place}:{finding.Tag?.Id ?? finding.Message}";
        var times = seen[fingerprint] = seen.GetValueOrDefault(fingerprint) + 1;
        return times == 1 ? fingerprint : $"{fingerprint}#{times}";
    }

    /// <summary>In a message <c>[text](address)</c> is a link: a tag's text must not place one (SARIF 2.1.0, 3.11.6).</summary>
    private static string WithoutLinks(string text) => text.Replace("](", "] (", StringComparison.Ordinal);

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
