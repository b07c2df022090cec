using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint.Formats;

/// <summary>For programs: an array of findings, keys in snake_case.</summary>
internal static class JsonFormat
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(IReadOnlyList<LintFinding> findings) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("message", finding.Message);
            writer.WriteString("hint", finding.Hint);
            if (finding.Rig.Length > 0)
                writer.WriteString("rig", finding.Rig);
            writer.WriteString("path", finding.Path);
            writer.WriteNumber("line", finding.Line);
            writer.WriteNumber("end_line", finding.EndLine);
            writer.WriteString("kind", finding.Tag?.Kind);
            writer.WriteString("id", finding.Tag?.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    internal static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            write(writer);
        return SafeText.InJson(Encoding.UTF8.GetString(stream.ToArray())) + "\n";
    }
}
