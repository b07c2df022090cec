using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace CodeSyncer.Platform.Ledger.Index;

/// <summary>
/// Answers about many items. It is brought to a state of the ledger by the difference between two trees, and made anew
/// where it is missing, damaged or of another version.
/// </summary>
public sealed class LedgerIndex : IDisposable
{
    private readonly LedgerRepository _ledger;
    private readonly IndexDatabase _database;

    internal LedgerIndex(LedgerRepository ledger)
    {
        _ledger = ledger;
        _database = new IndexDatabase(ledger);
    }

    /// <summary>The commit that the answers are of; null: an empty ledger.</summary>
    public string? Tip { get; private set; }

    /// <summary>Paths of items that cannot be read, and why.</summary>
    public IReadOnlyList<(string Path, string What)> Broken() =>
        Read("SELECT path, what FROM broken ORDER BY path", [], row => (row.GetString(0), row.GetString(1)));

    public void Dispose() => _database.Dispose();

    /// <summary>The item of this kind and id; null: none.</summary>
    public JsonFields? Item(string kind, string id) =>
        Read("SELECT json FROM items WHERE kind = $1 AND id = $2", [kind, id], Json).FirstOrDefault();

    /// <summary>All items of a kind, by id.</summary>
    public List<JsonFields> Items(string kind) => Read("SELECT json FROM items WHERE kind = $1 ORDER BY id", [kind], Json);

    /// <summary>The beads of a query, each with all its fields.</summary>
    public List<Bead> Beads(BeadQuery query)
    {
        var (sql, values) = query.ToSql();
        return Read(sql, values, row => new Bead(Json(row)));
    }

    /// <summary>How many beads there are by status.</summary>
    public IReadOnlyList<(string Status, int Count)> BeadCounts() =>
        Read("SELECT status, count(*) FROM beads GROUP BY status ORDER BY status", [], row => (row.GetString(0), row.GetInt32(1)));

    /// <summary>Every type in use.</summary>
    public IReadOnlyList<string> BeadTypes() => Read("SELECT DISTINCT type FROM beads ORDER BY type", [], row => row.GetString(0));

    /// <summary>Every label in use and how many beads carry it.</summary>
    public IReadOnlyList<(string Label, int Count)> Labels() =>
        Read("SELECT label, count(*) FROM labels GROUP BY label ORDER BY label", [], row => (row.GetString(0), row.GetInt32(1)));

    /// <summary>Every address that mail was sent to.</summary>
    public IReadOnlyList<string> MailAddresses() => Read("SELECT DISTINCT recipient FROM mail", [], row => row.GetString(0));

    /// <summary>Messages to any of these addresses, oldest first.</summary>
    public List<JsonFields> MailTo(IReadOnlyCollection<string> addresses) =>
        [.. addresses.SelectMany(address => Read(
                "SELECT i.json, m.created FROM mail m JOIN items i ON i.kind = 'mail' AND i.id = m.id WHERE m.recipient = $1", [address],
                row => (Json: Json(row), Created: row.GetInt64(1))))
            .OrderBy(message => message.Created).Select(message => message.Json)];

    /// <summary>The messages of a thread, oldest first.</summary>
    public List<JsonFields> Thread(string thread) => Read(
        "SELECT i.json FROM mail m JOIN items i ON i.kind = 'mail' AND i.id = m.id WHERE m.thread = $1 OR m.id = $1 ORDER BY m.created, m.id", [thread], Json);

    /// <summary>See <see cref="ILedgerState.Resolve"/>.</summary>
    public IReadOnlyList<string> Resolve(string kind, string part)
    {
        const string most = " ORDER BY id LIMIT 50";
        List<string> Find(string filter, string value) => Read($"SELECT id FROM items WHERE kind = $1 AND {filter}{most}", [kind, value], row => row.GetString(0));
        if (part.Length == 0)
            return [];
        if (Find("id = $2", part) is { Count: > 0 } exact)
            return exact;
        // The exact hash behind any prefix; then any place within the id, where an exact parent beats its children.
        if (Find("id LIKE '%-' || $2 ESCAPE '!'", Escaped(part)) is { Count: > 0 } hashes)
            return hashes;
        if (Find("id LIKE '%' || $2 || '%' ESCAPE '!'", Escaped(part)) is { Count: > 0 } parts)
            return parts;
        // The id that another tracker gave it.
        if (kind == LedgerPath.Beads)
            return [.. Named([part]).Where(bead => bead.Status != BeadStatus.Tombstone).Select(bead => bead.Id)];
        if (kind != LedgerPath.Convoys)
            return [];
        // Convoys have names that people know.
        return [.. Items(kind).Where(convoy => string.Equals(convoy.String("name"), part, StringComparison.OrdinalIgnoreCase)).Select(convoy => convoy.String("id")!)];
    }

    /// <summary>The beads of these ids, or of these ids in another tracker (<c>external_ref</c>), in any case.</summary>
    public List<Bead> Named(IReadOnlyCollection<string> words)
    {
        if (words.Count == 0)
            return [];
        // The fields hold the words somewhere; what is asked about is few, and the text of an item short.
        var places = string.Join(" OR ", words.Take(40).Select((_, i) => $"id = ${i + 1} COLLATE NOCASE OR instr(lower(CAST(json AS TEXT)), '\"external_ref\":\"' || lower(${i + 1}) || '\"') > 0"));
        return [.. Read($"SELECT json FROM items WHERE kind = 'beads' AND ({places}) ORDER BY id LIMIT 50", [.. words.Take(40)], Json).Select(fields => new Bead(fields))
            .Where(bead => words.Any(word => bead.Id.Equals(word, StringComparison.OrdinalIgnoreCase) || string.Equals(bead.Fields.String("external_ref"), word, StringComparison.OrdinalIgnoreCase)))];
    }

    public IReadOnlyList<BeadNode> ChildrenOf(string id) => _database.Run(connection => new IndexGraph(connection).ChildrenOf(id));

    public IReadOnlyList<BeadEdge> EdgesTo(string id) => _database.Run(connection => new IndexGraph(connection).EdgesTo(id));

    /// <summary>These beads and those that hang together with them, with their edges; null: all.</summary>
    public (List<BeadNode> Nodes, List<BeadEdge> Edges) Graph(IReadOnlyCollection<string>? ids) => _database.Run(connection =>
    {
        var graph = new IndexGraph(connection);
        var all = ids is null ? null : graph.Connected(ids);
        return (graph.Nodes(all), graph.Edges(all));
    });

    /// <summary>Brings the index to this commit.</summary>
    internal void BringTo(string? tip)
    {
        if (tip is not null || Tip is not null)
            _database.Run(connection => Advance(connection, tip));
        Tip = tip;
    }

    private bool Advance(SqliteConnection connection, string? tip)
    {
        if (Meta(connection) == tip)
            return true;
        using var transaction = connection.BeginTransaction(deferred: false);
        var known = Meta(connection);
        if (known == tip)
            return true;
        var now = _ledger.Tree(tip);
        var old = known is null ? LedgerTree.Empty : TreeOrNothing(known);
        if (old is null)
            throw new InvalidDataException("an index of a commit that is gone");
        using (var writer = new IndexWriter(connection))
        {
            foreach (var (path, _, blob) in LedgerTree.Differences(old, now))
                writer.Put(path, blob is null ? null : _ledger.ReadBlob(blob));
            writer.Settle();
        }

        using var meta = connection.CreateCommand();
        meta.CommandText = "INSERT OR REPLACE INTO meta VALUES ('tip', $1)";
        meta.Parameters.AddWithValue("$1", (object?)tip ?? DBNull.Value);
        meta.ExecuteNonQuery();
        transaction.Commit();
        return true;
    }

    private LedgerTree? TreeOrNothing(string commit)
    {
        try
        {
            return _ledger.Tree(commit);
        }
        catch (Core.Errors.CodeSyncerException)
        {
            return null;
        }
    }

    private List<T> Read<T>(string sql, List<object?> values, Func<SqliteDataReader, T> read) => _database.Run(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Count; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    });

    private static JsonFields Json(SqliteDataReader row)
    {
        try
        {
            return JsonFields.Parse(row.GetFieldValue<byte[]>(0));
        }
        catch (FormatException error)
        {
            throw new InvalidDataException("an index with damaged content", error);
        }
    }

    private static string? Meta(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE key = 'tip'";
        return command.ExecuteScalar() as string;
    }

    private static string Escaped(string part) =>
        part.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
