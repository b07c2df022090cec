using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>
/// Drafts of new beads from JSONL: one object a line with the field names of a bead; <c>title</c> must be there. <c>id</c>
/// may be left out, <c>parent</c> names a bead, <c>dependencies</c> holds <c>"type:id"</c> or the objects of Beads.
/// </summary>
public static class DraftReader
{
    /// <exception cref="CodeSyncerException">BrokenImport names each bad line; what a field may hold is judged at creation.</exception>
    public static IReadOnlyList<BeadDraft> Read(ReadOnlySpan<byte> content, string source)
    {
        var drafts = new List<BeadDraft>();
        var problems = new List<string>();
        var lines = Encoding.UTF8.GetString(content).TrimStart('\ufeff').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            try
            {
                drafts.Add(ToDraft(JsonFields.Parse(lines[i])));
            }
            catch (FormatException error)
            {
                problems.Add($"line {i + 1}: {error.Message}");
            }
        }

        return problems.Count == 0 ? drafts : throw LedgerErrors.BrokenImport(source, problems);
    }

    private static BeadDraft ToDraft(JsonFields fields) => new(fields.String("title") ?? throw new FormatException("it has no title"))
    {
        Id = fields.String("id"),
        IssueType = fields.String("issue_type") ?? "task",
        Priority = (int)Math.Clamp(fields.Int("priority") ?? (fields.Has("priority") ? -1 : 2), -1, 5),
        Labels = fields.StringList("labels"),
        Assignee = fields.String("assignee"),
        Parent = fields.String("parent"),
        Dependencies = [.. fields.Elements("dependencies").Select(Dependency)],
        IsClosed = fields.String("status") == BeadStatus.Closed,
        Fields = [.. fields.Fields.Where(field => field.Key is not ("title" or "id" or "issue_type" or "priority" or "labels" or "assignee" or "parent" or "dependencies"))
            .Where(field => field.Key != "status" || fields.String("status") != BeadStatus.Closed).Select(Edit)],
    };

    private static (string Type, string Id) Dependency(ReadOnlyMemory<byte> raw)
    {
        if (raw.Span[0] == (byte)'{')
            return new BeadDependency(raw) is { DependsOnId.Length: > 0 } edge ? (edge.Type, edge.DependsOnId) : throw new FormatException("a dependency of it has no depends_on_id");
        var text = JsonText.Decode(raw.Span) ?? throw new FormatException("a dependency of it is no text and no object");
        var colon = text.IndexOf(':');
        return colon < 0 ? (DependencyType.Blocks, text) : (text[..colon], text[(colon + 1)..]);
    }

    private static BeadEdit Edit(JsonField field) => new(field.Key, BeadFields.Editable.Contains(field.Key)
        ? JsonText.Decode(field.Raw.Span) ?? (field.Raw.Span.SequenceEqual("null"u8) ? "" : Encoding.UTF8.GetString(field.Raw.Span))
        : throw new FormatException($"'{(field.Key.Length > 60 ? field.Key[..60] + "..." : field.Key)}' is no field of a new bead"));
}
