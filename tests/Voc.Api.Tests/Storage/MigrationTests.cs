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
