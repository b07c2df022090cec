using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Town;
using Microsoft.Data.Sqlite;

namespace CodeSyncer.Platform.Ledger.Index;

/// <summary>Writes items into the index, and afterwards anew who is blocked, as far as the items written can have changed it.</summary>
internal sealed class IndexWriter : IDisposable
{
    /// <summary>What a town waits for is found without reading every bead.</summary>
    private static readonly string[] TownKeys = [Submission.Key, Dispatch.Key];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _putItem;
    private readonly SqliteCommand _dropItem;
    private readonly SqliteCommand _putBead;
    private readonly SqliteCommand _dropBead;
    private readonly SqliteCommand _putEdge;
    private readonly SqliteCommand _dropEdges;
    private readonly SqliteCommand _putLabel;
    private readonly SqliteCommand _dropLabels;
    private readonly SqliteCommand _putMail;
    private readonly SqliteCommand _dropMail;
    private readonly SqliteCommand _putBroken;
    private readonly SqliteCommand _mend;
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    public IndexWriter(SqliteConnection connection)
    {
        _connection = connection;
        _putItem = Command("INSERT OR REPLACE INTO items VALUES ($1, $2, $3)", 3);
        _dropItem = Command("DELETE FROM items WHERE kind = $1 AND id = $2", 2);
        _putBead = Command("INSERT OR REPLACE INTO beads VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14)", 14);
        _dropBead = Command("DELETE FROM beads WHERE id = $1", 1);
        _putEdge = Command("INSERT OR REPLACE INTO edges VALUES ($1, $2, $3, $4)", 4);
        _dropEdges = Command("DELETE FROM edges WHERE source = $1", 1);
        _putLabel = Command("INSERT OR REPLACE INTO labels VALUES ($1, $2)", 2);
        _dropLabels = Command("DELETE FROM labels WHERE id = $1", 1);
        _putMail = Command("INSERT OR REPLACE INTO mail VALUES ($1, $2, $3, $4)", 4);
        _dropMail = Command("DELETE FROM mail WHERE id = $1", 1);
        _putBroken = Command("INSERT OR REPLACE INTO broken VALUES ($1, $2)", 2);
        _mend = Command("DELETE FROM broken WHERE path = $1", 1);
    }

    /// <summary>Puts an item in its newest version; null takes it out. One that cannot be read is put down as broken.</summary>
    public void Put(string path, byte[]? content)
    {
        if (!LedgerPath.TryParse(path, out var kind, out var id))
            return;
        Run(_mend, path);
        JsonFields? fields = null;
        try
        {
            fields = content is null ? null : JsonFields.Parse(content);
        }
        catch (FormatException error)
        {
            Run(_putBroken, path, error.Message);
        }

        if (fields is null)
            Run(_dropItem, kind, id);
        else
            Run(_putItem, kind, id, content);
        if (kind == LedgerPath.Beads)
            PutBead(id, fields);
        else if (kind == LedgerPath.MailKind)
            PutMail(id, fields);
    }

    /// <summary>Who is blocked: judged anew for all beads that hang together with one that was written.</summary>
    public void Settle()
    {
        var graph = new IndexGraph(_connection);
        var ids = _touched.Count > IndexGraph.ManyBeads ? null : graph.Connected(_touched);
        var nodes = graph.Nodes(ids);
        var blocked = BlockedSet.Compute(nodes, graph.Edges(ids));
        using var mark = Command("UPDATE beads SET blocked = $2 WHERE id = $1 AND blocked <> $2", 2);
        foreach (var node in nodes)
            Run(mark, node.Id, blocked.Contains(node.Id) ? 1 : 0);
        _touched.Clear();
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_putItem, _dropItem, _putBead, _dropBead, _putEdge, _dropEdges, _putLabel, _dropLabels, _putMail, _dropMail, _putBroken, _mend])
            command.Dispose();
    }

    private void PutBead(string id, JsonFields? fields)
    {
        _touched.Add(id);
        // What it no longer depends on may be waited for by others because of it.
        foreach (var edge in new IndexGraph(_connection).Edges([id]))
            _touched.Add(edge.To);
        Run(_dropEdges, id);
        Run(_dropLabels, id);
        if (fields is null)
        {
            Run(_dropBead, id);
            return;
        }

        var bead = new Bead(fields);
        var node = bead.ToNode();
        Run(_putBead, id, node.Title, node.Status, node.IssueType, node.Priority, node.CreatedAt.UtcTicks, bead.UpdatedAt.UtcTicks,
            node.Assignee, node.Parent, node.DeferUntil?.UtcTicks, node.Pinned ? 1 : 0, node.Ephemeral ? 1 : 0,
            node.Pinned || node.Ephemeral || ReadyWork.TypesLeftOut.Contains(node.IssueType) ? 1 : 0,
            TownKeys.FirstOrDefault(fields.Has));
        foreach (var edge in bead.Edges())
            Run(_putEdge, id, edge.To, edge.Type, edge.Metadata);
        foreach (var label in bead.Labels)
            Run(_putLabel, label, id);
    }

    private void PutMail(string id, JsonFields? fields)
    {
        if (fields is null)
        {
            Run(_dropMail, id);
            return;
        }

        var message = new Message(fields);
        Run(_putMail, id, message.To, message.ThreadId, message.CreatedAt.UtcTicks);
    }

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter("$" + i, null));
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
