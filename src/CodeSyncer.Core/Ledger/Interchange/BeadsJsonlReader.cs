using System.Text;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>Reads Beads JSONL, both dialects. Source: the exports of Beads 0.9 to 1.0.5. Nothing is lost, nothing is mended.</summary>
public static class BeadsJsonlReader
{
    /// <summary>What Beads writes beside a bead for its readers and derives again: no part of the bead.</summary>
    private static readonly string[] Derived = ["_type", "dependency_count", "dependent_count", "comment_count"];

    /// <summary>Reads all lines; blank ones are skipped, a byte order mark is too.</summary>
    public static JsonlFile Read(ReadOnlySpan<byte> content)
    {
        var beads = new List<JsonlRecord>();
        var others = new List<JsonFields>();
        var problems = new List<string>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        for (var number = 1; content.Length > 0; number++)
        {
            var end = content.IndexOf((byte)'\n');
            var line = (end < 0 ? content : content[..end]).Trim(" \t\r"u8);
            content = end < 0 ? [] : content[(end + 1)..];
            if (line.Length == 0)
                continue;
            if (Broken(line, out var fields) is { } problem)
                problems.Add($"line {number}: {problem}");
            else if (IsOther(fields))
                others.Add(fields);
            else if (BrokenBead(fields) is { } what)
                problems.Add($"line {number}: {what}");
            else if (!lines.TryAdd(fields.String("id")!, number))
                problems.Add($"line {number}: the id '{fields.String("id")}' stands in line {lines[fields.String("id")!]} already");
            else
                beads.Add(new JsonlRecord(number, WithoutDerived(fields)));
        }

        return new JsonlFile(beads, others, problems);
    }

    private static string? Broken(ReadOnlySpan<byte> line, out JsonFields fields)
    {
        fields = JsonFields.Empty;
        if (line.StartsWith("<<<<<<<"u8) || line.StartsWith("======="u8) || line.StartsWith(">>>>>>>"u8) || line.StartsWith("|||||||"u8))
            return "a conflict marker of git";
        if (line.Contains((byte)0))
            return "it holds a NUL";
        try
        {
            fields = JsonFields.Parse(line);
            return null;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    private static bool IsOther(JsonFields fields) => fields.String("_type") is { } type ? type != "issue" : fields.Has("_schema");

    private static string? BrokenBead(JsonFields fields)
    {
        var id = fields.String("id");
        if (id is null || !BeadId.IsValid(id))
            return id is null ? "it has no id" : $"'{(id.Length > 60 ? id[..60] + "..." : id)}' is no id";
        if (string.IsNullOrWhiteSpace(fields.String("title")) && fields.String("status") != BeadStatus.Tombstone)
            return $"'{id}' has no title";
        return fields.Has("updated_at") && fields.Time("updated_at") is null ? $"'{id}' has no time of RFC 3339 in updated_at" : null;
    }

    private static JsonFields WithoutDerived(JsonFields fields)
    {
        if (!fields.Has("_type"))
            return fields;
        foreach (var key in Derived)
            fields = fields.Without(key);
        return fields;
    }
}
