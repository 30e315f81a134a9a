using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public async Task Handwritten_migrations_make_every_table_and_column_of_the_model()
    {
        await using var server = await VocServer.StartAsync();
        using var context = server.Get<Store>().Context();
        using var connection = server.Get<Store>().Open();

        foreach (var table in context.Model.GetEntityTypes().GroupBy(e => e.GetTableName()!))
        {
            var columns = Columns(connection, table.Key);
            var mapped = table.SelectMany(e => e.GetProperties()).ToDictionary(p => p.GetColumnName(), p => p.IsNullable);
            Assert.Equal(mapped.Keys.Order(), columns.Keys.Order());
            Assert.All(mapped, property => Assert.True(property.Value == columns[property.Key], $"{table.Key}.{property.Key}: nullable {property.Value} in the model"));
        }
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var connection = server.Get<Store>().Open();
        var before = connection.Scalar("SELECT group_concat(sql) FROM sqlite_schema");

        await server.Get<Store>().MigrateAsync();

        Assert.Equal(before, connection.Scalar("SELECT group_concat(sql) FROM sqlite_schema"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_killed_while_it_migrated_keeps_no_later_one_waiting(bool migrated)
    {
        var folder = Directory.CreateTempSubdirectory("voc-test");
        var store = new Store(new VocOptions { DataDirectory = folder.FullName });
        if (migrated)
        {
            await store.MigrateAsync();
        }
        using (var connection = store.Open())
        {
            connection.Execute("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            connection.Execute("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-04-01 00:00:00')");
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.MigrateAsync())).WaitAsync(TimeSpan.FromSeconds(30));

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_left_alone()
    {
        await using var server = await VocServer.StartAsync();
        using (var connection = server.Get<Store>().Open())
        {
            connection.Execute("INSERT INTO __EFMigrationsHistory VALUES ('9999_Later', '10.0.0')");
        }

        var refused = await Assert.ThrowsAsync<NewerStoreException>(() => server.Get<Store>().MigrateAsync());

        Assert.Contains("9999_Later", refused.Message);
    }

    [Fact]
    public async Task A_commit_survives_power_loss_and_references_are_checked()
    {
        await using var server = await VocServer.StartAsync();
        using var connection = server.Get<Store>().Open();

        Assert.Equal("wal", connection.Scalar("PRAGMA journal_mode"));
        Assert.Equal(2L, connection.Scalar("PRAGMA synchronous"));
        Assert.Equal(1L, connection.Scalar("PRAGMA foreign_keys"));
        Assert.True((long)connection.Scalar("PRAGMA busy_timeout")! > 0);
    }

    private static Dictionary<string, bool> Columns(StoreConnection connection, string table)
    {
        using var rows = connection.Query("SELECT name, \"notnull\" FROM pragma_table_info($table)", ("$table", table));
        var columns = new Dictionary<string, bool>();
        while (rows.Read())
        {
            columns.Add(rows.GetString(0), rows.GetInt64(1) == 0);
        }
        return columns;
    }
}
