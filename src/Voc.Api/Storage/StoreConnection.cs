using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Voc.Api.Storage;

/// <summary>One connection to the store with its prepared statements. Used by one thread at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public StoreConnection(string connectionString)
    {
        Connection = new SqliteConnection(connectionString);
        Connection.Open();
        using var pragmas = Connection.CreateCommand();
        pragmas.CommandText = StoreSql.ConnectionPragmas;
        pragmas.ExecuteNonQuery();
    }

    public SqliteConnection Connection { get; }

    /// <summary>Runs a statement; returns the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Rows of a query. The statement is busy until the reader is disposed.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Bind(sql, values).ExecuteReader();

    public long AppendEvent(EventKind kind, long subject, DateTimeOffset at)
    {
        Execute(StoreSql.InsertEvent, ("$kind", (int)kind), ("$subject", subject), ("$at", at.ToUnixTimeMilliseconds()));
        return (long)Scalar("SELECT last_insert_rowid()")!;
    }

    /// <summary>A context on this very connection, inside the transaction that is open on it.</summary>
    public VocDbContext Context()
    {
        var context = new VocDbContext(new DbContextOptionsBuilder<VocDbContext>().UseSqlite(Connection).Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
        if (Connection.Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0)
        {
            // The pool hands the connection out again as it is: whoever got it would look at the past for ever.
            raw.sqlite3_exec(handle, "ROLLBACK");
        }
        Connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }
        foreach (var (name, value) in values)
        {
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = value ?? DBNull.Value;
            }
            else
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }
        }
        return command;
    }
}
