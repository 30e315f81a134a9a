using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Voc.Api.Storage;

/// <summary>Where the store is and how to open it.</summary>
internal sealed class Store
{
    private readonly string _connectionString;

    public Store(VocOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        var builder = new SqliteConnectionStringBuilder(options.Database ?? $"Data Source={options.PathOf("voc.db")}") { ForeignKeys = true };
        builder.DefaultTimeout = 30;
        _connectionString = builder.ToString();
        FilePath = builder.DataSource;
    }

    public string FilePath { get; }

    public StoreConnection Open() => new(_connectionString);

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(_connectionString)
        .AddInterceptors(ConnectionPragmas.Instance)
        // Migrations are written by hand; a test compares them with the model instead of a snapshot.
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

    public VocDbContext Context()
    {
        var options = new DbContextOptionsBuilder<VocDbContext>();
        Configure(options);
        return new VocDbContext(options.Options);
    }

    /// <summary>Brings the database to this version's form. Safe to repeat and to interrupt.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var context = Context();
        await context.Database.ExecuteSqlRawAsync(StoreSql.DatabasePragmas, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private sealed class ConnectionPragmas : DbConnectionInterceptor
    {
        public static readonly ConnectionPragmas Instance = new();

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = StoreSql.ConnectionPragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
