using System.IO.Hashing;
using System.Runtime.InteropServices;
using CodeSyncer.Core.Records;
using Microsoft.Data.Sqlite;

namespace CodeSyncer.Platform.Records;

/// <summary>
/// The full-text index (SQLite FTS5, https://www.sqlite.org/fts5.html): disposable, and brought up to date by the difference between what it
/// holds and what there is. A file that is damaged or of another version is made anew.
/// </summary>
internal sealed class SearchDatabase(string file)
{
    private const int Version = 1;

    private const string Schema = """
        CREATE TABLE items (id INTEGER PRIMARY KEY, hash BLOB UNIQUE, kind TEXT, rig TEXT, path TEXT, line INTEGER, end_line INTEGER, title TEXT, text TEXT);
        CREATE VIRTUAL TABLE words USING fts5(title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
        """;

    /// <summary>A word in a title says more than one below it.</summary>
    private const string Weights = "10.0, 1.0";

    public IReadOnlyList<(SearchItem Item, double Score)> Find(IReadOnlyCollection<SearchItem> items, string query, IReadOnlyCollection<string> kinds, int most)
    {
        try
        {
            return Ask(items, query, kinds, most);
        }
        catch (Exception error) when (error is SqliteException { SqliteErrorCode: 1 or 10 or 11 or 20 or 24 or 26 } or InvalidDataException)
        {
            File.Delete(file);
            File.Delete(file + "-journal");
            return Ask(items, query, kinds, most);
        }
    }

    private List<(SearchItem, double)> Ask(IReadOnlyCollection<SearchItem> items, string query, IReadOnlyCollection<string> kinds, int most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout=15000; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;");
        if (Scalar(connection, "PRAGMA user_version") is var version && version != Version)
        {
            if (version != 0)
                throw new InvalidDataException("an index of another version");
            Execute(connection, Schema + $"PRAGMA user_version={Version};");
        }

        Update(connection, items);
        using var command = connection.CreateCommand();
        var names = kinds.Select((_, i) => $"$k{i}").ToList();
        command.CommandText = $"""
            SELECT i.kind, i.rig, i.path, i.line, i.end_line, i.title, i.text, -bm25(words, {Weights}) AS score
            FROM words JOIN items i ON i.id = words.rowid
            WHERE words MATCH $query {(names.Count == 0 ? "" : $"AND i.kind IN ({string.Join(", ", names)})")}
            ORDER BY score DESC, i.rig, i.path, i.line LIMIT $most
            """;
        command.Parameters.AddWithValue("$query", query);
        command.Parameters.AddWithValue("$most", most > 0 ? most : -1);
        foreach (var (kind, i) in kinds.Select((kind, i) => (kind, i)))
            command.Parameters.AddWithValue($"$k{i}", kind);
        using var reader = command.ExecuteReader();
        var found = new List<(SearchItem, double)>();
        while (reader.Read())
            found.Add((new SearchItem(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetString(5), reader.GetString(6)), reader.GetDouble(7)));
        return found;
    }

    private static void Update(SqliteConnection connection, IReadOnlyCollection<SearchItem> items)
    {
        var wanted = new Dictionary<UInt128, SearchItem>();
        foreach (var item in items)
            wanted[HashOf(item)] = item;
        var gone = new List<long>();
        using (var select = connection.CreateCommand())
        {
            select.CommandText = "SELECT id, hash FROM items";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                if (!wanted.Remove(MemoryMarshal.Read<UInt128>(reader.GetFieldValue<byte[]>(1))))
                    gone.Add(reader.GetInt64(0));
            }
        }

        if (gone.Count == 0 && wanted.Count == 0)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        using var delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM words WHERE rowid = $id; DELETE FROM items WHERE id = $id";
        var id = delete.Parameters.Add("$id", SqliteType.Integer);
        foreach (var row in gone)
        {
            id.Value = row;
            delete.ExecuteNonQuery();
        }

        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT OR IGNORE INTO items (hash, kind, rig, path, line, end_line, title, text) VALUES ($hash, $kind, $rig, $path, $line, $end, $title, $text) RETURNING id";
        using var index = connection.CreateCommand();
        index.CommandText = "INSERT INTO words (rowid, title, text) VALUES ($id, $title, $text)";
        foreach (var (hash, item) in wanted)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$hash", BytesOf(hash));
            insert.Parameters.AddWithValue("$kind", item.Kind);
            insert.Parameters.AddWithValue("$rig", item.Rig);
            insert.Parameters.AddWithValue("$path", item.Path);
            insert.Parameters.AddWithValue("$line", item.Line);
            insert.Parameters.AddWithValue("$end", item.EndLine);
            insert.Parameters.AddWithValue("$title", item.Title);
            insert.Parameters.AddWithValue("$text", item.Text);
            // Another process may have been here meanwhile.
            if (insert.ExecuteScalar() is not long row)
                continue;
            index.Parameters.Clear();
            index.Parameters.AddWithValue("$id", row);
            index.Parameters.AddWithValue("$title", SearchWords.ForIndex(item.Title));
            index.Parameters.AddWithValue("$text", SearchWords.ForIndex($"{item.Text} {item.Path} {item.Kind}"));
            index.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static UInt128 HashOf(SearchItem item) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes($"{item.Kind}\n{item.Rig}\n{item.Path}\n{item.Line}\n{item.EndLine}\n{item.Title}\n{item.Text}".AsSpan()));

    private static byte[] BytesOf(UInt128 value)
    {
        var bytes = new byte[16];
        MemoryMarshal.Write(bytes, in value);
        return bytes;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
