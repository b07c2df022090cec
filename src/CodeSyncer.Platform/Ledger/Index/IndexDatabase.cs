using CodeSyncer.Platform.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace CodeSyncer.Platform.Ledger.Index;

/// <summary>
/// The SQLite file of a ledger's index. It can be deleted at any time: a file that is missing, damaged or of another
/// version is made anew from the ledger, without being asked.
/// </summary>
internal sealed class IndexDatabase : IDisposable
{
    /// <summary>Raised whenever the tables change; other versions are thrown away.</summary>
    private const int Version = 3;

    private const string Schema = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
        CREATE TABLE items (kind TEXT, id TEXT, json BLOB, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE beads (
            id TEXT PRIMARY KEY, title TEXT, status TEXT, type TEXT, priority INTEGER, created INTEGER, updated INTEGER,
            assignee TEXT, parent TEXT, deferred INTEGER, pinned INTEGER, ephemeral INTEGER, hidden INTEGER, blocked INTEGER,
            town TEXT) WITHOUT ROWID;
        CREATE INDEX ready ON beads (status, blocked, hidden, priority, created DESC, id);
        CREATE INDEX urgency ON beads (priority, created DESC, id);
        CREATE INDEX children ON beads (parent) WHERE parent IS NOT NULL;
        CREATE INDEX deferred ON beads (deferred) WHERE deferred IS NOT NULL;
        CREATE INDEX towns ON beads (town) WHERE town IS NOT NULL;
        CREATE TABLE edges (source TEXT, target TEXT, type TEXT, metadata TEXT, PRIMARY KEY (source, target, type)) WITHOUT ROWID;
        CREATE INDEX targets ON edges (target);
        CREATE TABLE labels (label TEXT, id TEXT, PRIMARY KEY (label, id)) WITHOUT ROWID;
        CREATE INDEX labelled ON labels (id);
        CREATE TABLE mail (id TEXT PRIMARY KEY, recipient TEXT, thread TEXT, created INTEGER) WITHOUT ROWID;
        CREATE INDEX recipients ON mail (recipient);
        CREATE INDEX threads ON mail (thread);
        CREATE TABLE broken (path TEXT PRIMARY KEY, what TEXT) WITHOUT ROWID;
        """;

    private readonly string _file;
    private SqliteConnection? _connection;

    /// <param name="ledger">The index stands in <c>cache/index.db</c> beside it.</param>
    public IndexDatabase(LedgerRepository ledger) =>
        _file = Path.Combine(Path.GetDirectoryName(ledger.Directory)!, "cache", "index.db");

    /// <summary>Runs a piece of work; once more on a fresh file where this one turns out to be damaged.</summary>
    public T Run<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            return work(_connection ??= Open());
        }
        catch (Exception error) when (IsDamage(error))
        {
            Discard();
            return work(_connection = Open());
        }
    }

    public void Dispose() => _connection?.Dispose();

    /// <summary>Takes the file away; another process that still reads it keeps what it has opened.</summary>
    private void Discard()
    {
        _connection?.Dispose();
        _connection = null;
        foreach (var file in (string[])[_file, _file + "-journal"])
            File.Delete(file);
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Nothing here needs to outlive a power cut; the journal outlives a killed process, which is enough.
            Execute(connection, "PRAGMA busy_timeout=15000; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;");
            if (Scalar(connection, "PRAGMA user_version") != Version)
                Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode=TRUNCATE");
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Scalar(connection, "PRAGMA user_version");
        if (version == Version)
            return;
        if (version != 0 || Scalar(connection, "SELECT count(*) FROM sqlite_master") != 0)
            throw new InvalidDataException("an index of another version");
        Execute(connection, Schema + $"PRAGMA user_version={Version};");
        transaction.Commit();
    }

    /// <summary>Also a table or column that is not there: then the file is not ours as we know it.</summary>
    private static bool IsDamage(Exception error) => error is InvalidDataException
        || error is SqliteException { SqliteErrorCode: SqlError or SqlCorrupt or SqlNotADatabase or SqlFormat or SqlIoError or SqlMismatch };

    private const int SqlError = 1;
    private const int SqlIoError = 10;
    private const int SqlCorrupt = 11;
    private const int SqlMismatch = 20;
    private const int SqlFormat = 24;
    private const int SqlNotADatabase = 26;

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
