using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Voc.Api.Storage;

/// <summary>Where the store is and how to open it.</summary>
internal sealed class Store
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    private readonly string _connectionString;
    private readonly string _migrationLock;

    public Store(VocOptions options)
    {
        _migrationLock = options.PathOf("migration.lock");
        CreateFolder(options.DataDirectory);
        var builder = new SqliteConnectionStringBuilder(options.Database ?? $"Data Source={options.PathOf("voc.db")}") { ForeignKeys = true };
        builder.DefaultTimeout = 30;
        _connectionString = builder.ToString();
        FilePath = builder.DataSource;
    }

    public string FilePath { get; }

    /// <summary>Whether there is a store; a command that only reads need not make one.</summary>
    public static bool Exists(VocOptions options) =>
        File.Exists(new SqliteConnectionStringBuilder(options.Database ?? $"Data Source={options.PathOf("voc.db")}").DataSource);

    public StoreConnection Open() => new(_connectionString);

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(_connectionString)
        .AddInterceptors(ConnectionPragmas.Instance)
        // Migrations are written by hand; a test compares them with the model instead of a snapshot.
        // Whatever is told of an issue that was merged into another is hidden with it, on purpose.
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    public VocDbContext Context()
    {
        var options = new DbContextOptionsBuilder<VocDbContext>();
        Configure(options);
        return new VocDbContext(options.Options);
    }

    /// <summary>Brings the database to this version's form. Safe to repeat and to interrupt.</summary>
    /// <exception cref="NewerStoreException">A later version has been at it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var context = Context();
        await context.Database.ExecuteSqlRawAsync(StoreSql.DatabasePragmas, cancellationToken);
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(context.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new NewerStoreException(FilePath, unknown[^1]);
        }
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }
        await using var alone = await AloneAsync(cancellationToken);
        // The framework's own lock is a row that a killed process leaves behind, and then everybody waits for ever.
        await context.Database.ExecuteSqlRawAsync(StoreSql.DropMigrationLock, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Waits until no other process migrates. The operating system ends this lock with its process, however that ends.</summary>
    private async Task<FileStream> AloneAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(_migrationLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(_migrationLock))
            {
                await Task.Delay(LockPause, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>A new folder is its owner's alone: it holds keys and what customers said.</summary>
    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
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

/// <summary>The database was written by a later version than this one, which might damage it.</summary>
internal sealed class NewerStoreException(string path, string migration) : Exception(
    $"{path} は新しいバージョンの Voc が使ったデータです（{migration}）。そのバージョン以降の Voc を使ってください。 / was used by a later version of Voc ({migration}); use that version or a later one.");
