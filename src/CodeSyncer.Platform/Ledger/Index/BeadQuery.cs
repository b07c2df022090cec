using System.Text;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Platform.Ledger.Index;

/// <summary>Which beads are wanted. Every filter that is set must hold.</summary>
public sealed record BeadQuery
{
    /// <summary>One of these; null: all but closed and deleted ones.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Of any status, deleted ones included.</summary>
    public bool AnyStatus { get; init; }

    /// <summary>The ids themselves; null: no such filter.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    public string? Type { get; init; }

    public string? Assignee { get; init; }

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>In title, description or any other text; case does not matter for ASCII letters.</summary>
    public string? Text { get; init; }

    /// <summary>Only those that a town waits for: the key <c>submission</c> or <c>dispatch</c> that they have.</summary>
    public string? TownKey { get; init; }

    /// <summary>Direct children of this bead.</summary>
    public string? Parent { get; init; }

    /// <summary>Only what is ready at this time.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    public BeadSort Order { get; init; } = BeadSort.Priority;

    /// <summary>At most so many; 0: all.</summary>
    public int Limit { get; init; }

    internal (string Sql, List<object?> Values) ToSql()
    {
        var values = new List<object?>();
        var filters = new List<string>();
        string Value(object? value)
        {
            values.Add(value);
            return "$" + values.Count;
        }

        string In(IEnumerable<string> wanted) => $"({string.Join(',', wanted.Select(Value))})";
        if (ReadyAt is { } time)
        {
            var now = Value(time.UtcTicks);
            filters.Add($"b.status = '{BeadStatus.Open}' AND b.blocked = 0 AND b.hidden = 0 AND (b.deferred IS NULL OR b.deferred <= {now})");
            filters.Add($"b.id NOT IN (SELECT e.source FROM beads p JOIN edges e ON e.target = p.id AND e.type = '{DependencyType.ParentChild}' WHERE p.deferred > {now})");
        }
        else if (Statuses is not null)
        {
            filters.Add("b.status IN " + In(Statuses));
        }
        else if (!AnyStatus)
        {
            filters.Add($"b.status NOT IN ('{BeadStatus.Closed}', '{BeadStatus.Tombstone}')");
        }

        if (Ids is not null)
            filters.Add("b.id IN " + In(Ids));
        if (Type is not null)
            filters.Add("b.type = " + Value(Type));
        if (Assignee is not null)
            filters.Add("b.assignee = " + Value(Assignee));
        if (TownKey is not null)
            filters.Add("b.town = " + Value(TownKey));
        if (Parent is not null)
            filters.Add("b.parent = " + Value(Parent));
        if (Text is not null)
            filters.Add($"instr(lower(CAST(i.json AS TEXT)), lower({Value(Text)})) > 0");
        foreach (var label in Labels)
            filters.Add($"EXISTS (SELECT 1 FROM labels l WHERE l.label = {Value(label)} AND l.id = b.id)");
        var sql = new StringBuilder("SELECT i.json FROM beads b JOIN items i ON i.kind = 'beads' AND i.id = b.id");
        if (filters.Count > 0)
            sql.Append(" WHERE ").Append(string.Join(" AND ", filters));
        sql.Append(" ORDER BY ").Append(Order switch
        {
            BeadSort.Oldest => "b.created, b.id",
            BeadSort.Id => "b.id",
            _ => "b.priority, b.created DESC, b.id",
        });
        if (Limit > 0)
            sql.Append(" LIMIT ").Append(Value(Limit));
        return (sql.ToString(), values);
    }
}
