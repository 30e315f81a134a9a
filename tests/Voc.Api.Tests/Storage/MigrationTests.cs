using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Voc.Analysis.Retrieval;
using Voc.Api.Feedbacks;
using Voc.Api.Reading;
using Voc.Api.Search;
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
    public async Task An_archive_of_the_version_before_the_index_in_memory_is_indexed_while_search_serves()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        const int Texts = 700;
        await StoreBeforeIndexAsync(folder, Texts);
        await using var server = await VocServer.StartAsync(folder: folder);
        var search = server.Get<ArchiveSearch>();

        var (found, unindexed) = (0, Texts);
        for (var i = 0; i < 600 && found < Texts; i++)
        {
            var result = search.Search(new SearchRequest { Query = "ミラー", Facets = [Facet.Sentiment, Facet.Product] });
            Assert.True(result.Total >= found, "What was found once is found again.");
            Assert.Equal(result.Total, result.Facets["sentiment"].Sum(v => v.Count));
            found = result.Total;
            await Task.Delay(20);
        }

        Assert.Equal(Texts, found);
        for (var i = 0; i < 100 && unindexed > 0; i++)
        {
            unindexed = (int)search.Search(new SearchRequest()).Unindexed;
            await Task.Delay(20);
        }
        Assert.Equal(0, unindexed);
        Assert.Equal("ミラー M-1", search.Search(new SearchRequest { Facets = [Facet.Product] }).Facets["product"].Single().Value);
        Assert.Equal(("done", Texts), server.Get<Relabeller>().Last() is { IsOpen: false } run ? ("done", run.Done) : ("open", 0));
        Assert.NotEmpty(server.Get<FeedbackReader>().Detail(1)!.Opinions);
    }

    [Fact]
    public async Task The_words_of_the_version_before_are_put_together_while_search_serves_and_readings_stay()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        const int Texts = 600;
        await StoreBeforeWordsAsync(folder, Texts);
        await using var server = await VocServer.StartAsync(folder: folder);
        var search = server.Get<ArchiveSearch>();

        var found = 0;
        for (var i = 0; i < 600 && found < Texts; i++)
        {
            Assert.Equal(Texts, search.Search(new SearchRequest { Query = "炊飯" }).Total);
            Assert.Equal(Texts, search.Search(new SearchRequest { Query = "炊飯器" }).Total);
            found = search.Search(new SearchRequest { Query = "word:炊飯器" }).Total;
            await Task.Delay(20);
        }

        Assert.Equal((Texts, 0), (found, search.Search(new SearchRequest { Query = "word:炊飯" }).Total));
        using var connection = server.Get<Store>().Open();
        Assert.Equal((long)Texts, connection.Scalar("SELECT count(*) FROM feedback WHERE ReadingVersion=0 AND Language='xx'"));
    }

    /// <summary>A store as the version before M0011 left it: terms by themselves.</summary>
    private static async Task StoreBeforeWordsAsync(string folder, int texts)
    {
        var server = await VocServer.StartAsync(folder: folder);
        await server.SourceAsync("shop");
        await server.Get<Voc.Api.Pipeline.Inbox>().AcceptAsync([.. Enumerable.Range(0, texts).Select(i => Some.Feedback($"{i}", "炊飯器が壊れた"))]);
        await server.DrainAsync();
        await server.Get<GroupCommitWriter>().WriteAsync(connection =>
            connection.Execute("UPDATE search_row SET Terms=CAST('炊飯 器 壊れる' AS BLOB)")
            + connection.Execute("UPDATE feedback SET ReadingVersion=0, Language='xx'")
            + connection.Execute("DELETE FROM __EFMigrationsHistory WHERE MigrationId='0011_Words'"));
        await server.StopAsync();
    }

    /// <summary>A store as the version before M0007 left it: readings in JSON, and no terms to be had.</summary>
    internal static async Task StoreBeforeIndexAsync(string folder, int texts)
    {
        var store = new Store(new VocOptions { DataDirectory = folder });
        using var connection = store.Open();
        connection.Execute(StoreSql.DatabasePragmas);
        Migrate(store, connection, "0006_Reading");
        connection.Execute("INSERT INTO source (Id, Name, Channel, Kind, Enabled, Settings, CreatedAt) VALUES (1, 'shop', 3, 'api', 1, '{}', 0)");
        connection.Execute("BEGIN");
        for (var id = 1; id <= texts; id++)
        {
            connection.Execute(
                "INSERT INTO feedback (Id, SourceId, ExternalId, Channel, Text, OccurredAt, ReceivedAt, Day, Product, Language, Sentiment, Score, Confidence, Reading, ReadingVersion) " +
                """VALUES ($id, 1, $id, 3, 'ミラーが格納できない。', 0, 0, 719162, 'ミラー M-1', 'ja', 0, 0, 0.5, '{"sentences":[],"intents":[],"topics":[],"opinions":[],"keyphrases":["ミラー"]}', 1)""",
                ("$id", id));
            connection.Execute("INSERT INTO feedback_index (rowid, terms, labels) VALUES ($id, 'ミラー 格納', '=channel:review')", ("$id", id));
            connection.Execute("INSERT INTO search_row VALUES ($id, 1, 3, 0, 24000, 2, 'ミラー M-1', '')", ("$id", id));
        }
        connection.Execute("COMMIT");
    }

    /// <summary>Migrates to a version and no further. The framework's own way there wants names that begin with a date.</summary>
    private static void Migrate(Store store, StoreConnection connection, string last)
    {
        using var context = store.Context();
        var (migrations, sql, history) = (context.GetService<IMigrationsAssembly>(), context.GetService<IMigrationsSqlGenerator>(), context.GetService<IHistoryRepository>());
        connection.Execute(history.GetCreateIfNotExistsScript());
        foreach (var (id, type) in migrations.Migrations.Where(m => string.CompareOrdinal(m.Key, last) <= 0))
        {
            foreach (var command in sql.Generate(migrations.CreateMigration(type, context.Database.ProviderName!).UpOperations))
            {
                connection.Execute(command.CommandText);
            }
            connection.Execute(history.GetInsertScript(new HistoryRow(id, "10.0.0")));
        }
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
