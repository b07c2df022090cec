using CodeSyncer.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace CodeSyncer.Platform.Ledger.Index;

/// <summary>The graph of beads and of the edges that affect readiness, whole or as far as it hangs together with some beads.</summary>
internal sealed class IndexGraph(SqliteConnection connection)
{
    /// <summary>From so many beads on the whole graph is read in one go.</summary>
    public const int ManyBeads = 200;

    private const string NodeColumns = "b.id, b.title, b.status, b.type, b.priority, b.created, b.pinned, b.ephemeral, b.deferred, b.parent, b.assignee";

    /// <summary>The beads that are linked with these, over any number of edges in either direction, these included.</summary>
    public IReadOnlyCollection<string> Connected(IEnumerable<string> beads)
    {
        var found = new HashSet<string>(beads, StringComparer.Ordinal);
        var next = new Queue<string>(found);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT target FROM edges WHERE source = $1 UNION SELECT source FROM edges WHERE target = $1";
        var id = command.Parameters.Add(new SqliteParameter("$1", null));
        while (next.TryDequeue(out var bead))
        {
            id.Value = bead;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                if (found.Add(reader.GetString(0)))
                    next.Enqueue(reader.GetString(0));
            }
        }

        return found;
    }

    /// <summary>The beads of these ids; null: all.</summary>
    public List<BeadNode> Nodes(IReadOnlyCollection<string>? ids) =>
        Read(ids, $"SELECT {NodeColumns} FROM beads b", " WHERE b.id = $1", NodeOf);

    /// <summary>The edges that begin at these beads; null: all.</summary>
    public List<BeadEdge> Edges(IReadOnlyCollection<string>? ids) =>
        Read(ids, "SELECT source, target, type, metadata FROM edges", " WHERE source = $1", EdgeOf);

    public List<BeadEdge> EdgesTo(string id) =>
        Read([id], "SELECT source, target, type, metadata FROM edges", " WHERE target = $1", EdgeOf);

    /// <summary>The beads that have a parent-child edge to this one.</summary>
    public List<BeadNode> ChildrenOf(string id) =>
        Read([id], $"SELECT {NodeColumns} FROM edges e JOIN beads b ON b.id = e.source", $" WHERE e.target = $1 AND e.type = '{DependencyType.ParentChild}'", NodeOf);

    private List<T> Read<T>(IReadOnlyCollection<string>? ids, string sql, string filter, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ids is null ? sql : sql + filter;
        var rows = new List<T>();
        var parameter = command.Parameters.Add(new SqliteParameter("$1", DBNull.Value));
        foreach (var id in ids ?? [""])
        {
            parameter.Value = id;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows.Add(read(reader));
        }

        return rows;
    }

    private static BeadEdge EdgeOf(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), Text(row, 3));

    private static BeadNode NodeOf(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4),
        new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero), row.GetBoolean(6), row.GetBoolean(7),
        row.IsDBNull(8) ? null : new DateTimeOffset(row.GetInt64(8), TimeSpan.Zero), Text(row, 9), Text(row, 10));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
