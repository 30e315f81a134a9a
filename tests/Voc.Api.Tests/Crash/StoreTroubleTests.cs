using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Storage;

namespace Voc.Api.Tests.Crash;

/// <summary>A disk that is full or read-only, and a database that is held: said clearly, nothing lost, and all well again afterwards.</summary>
public sealed class StoreTroubleTests
{
    [RootFact]
    public async Task A_full_disk_is_told_and_keeps_what_was_acknowledged_and_goes_on_when_there_is_space()
    {
        using var disk = new SmallDisk(64);
        var acknowledged = new List<long>();
        await using (var server = await VocServer.StartAsync(folder: disk.Data))
        {
            await server.SourceAsync("shop");
            using var sender = await server.WithKeyAsync("ingest");
            using var reader = await server.WithKeyAsync("read");
            acknowledged.AddRange(await AcceptedAsync(await SendAsync(sender, 0)));
            await server.DrainAsync();

            disk.Fill();
            var refused = await FirstRefusalAsync(sender, acknowledged);
            var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>();
            var found = await (await reader.GetAsync("/api/v1/search?q=ふた")).JsonAsync(HttpStatusCode.OK);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.StartsWith("The disk is full.", problem);
            Assert.True(found["total"]!.GetValue<int>() > 0);

            disk.Free();
            acknowledged.AddRange(await AcceptedAsync(await SendAsync(sender, 1_000_000)));
            await server.DrainAsync();
            AssertStoredOnce(server.Get<Store>(), acknowledged);
        }
    }

    [RootFact]
    public async Task An_import_on_a_full_disk_says_so_and_succeeds_once_there_is_space()
    {
        using var disk = new SmallDisk(64);
        var store = new Store(new VocOptions { DataDirectory = disk.Data });
        await store.MigrateAsync();
        disk.Fill();

        using var import = VocProcess.Start("import", await FileAsync(), "--source", "shop", "--data", disk.Data);
        var (exitCode, output, errors) = await import.EndAsync();
        disk.Free();
        using var again = VocProcess.Start("import", await FileAsync(), "--source", "shop", "--data", disk.Data);
        var later = await again.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("The disk is full.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.True(later.ExitCode == 0, later.Errors);
        using var connection = store.Open();
        Assert.Equal(2L, connection.Scalar("SELECT count(*) FROM feedback"));
    }

    [RootFact]
    public async Task A_read_only_disk_is_told_in_a_sentence()
    {
        using var disk = new SmallDisk(64);
        await new Store(new VocOptions { DataDirectory = disk.Data }).MigrateAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // An open file keeps the disk writable.
        disk.MakeReadOnly();

        foreach (var arguments in new[] { new[] { "serve", "--urls", "http://127.0.0.1:0" }, ["import", await FileAsync(), "--source", "shop"], ["user", "add", "yamada", "--role", "support"] })
        {
            using var process = VocProcess.Start([.. arguments, "--data", disk.Data]);
            var (exitCode, output, errors) = await process.EndAsync("long-enough-password\n");
            Assert.Equal((1, ""), (exitCode, output));
            Assert.Contains("The data folder cannot be written.", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        }
        disk.MakeWritable();
        await new Store(new VocOptions { DataDirectory = disk.Data }).MigrateAsync();
    }

    [Fact]
    public async Task While_another_program_holds_the_database_senders_wait_and_nothing_is_lost()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var sender = await server.WithKeyAsync("ingest");
        using var reader = await server.WithKeyAsync("read");
        var sending = new List<Task<HttpResponseMessage>>();
        using (var other = server.Get<Store>().Open())
        {
            other.Execute("BEGIN EXCLUSIVE");
            for (var i = 0; i < 20; i++)
            {
                sending.Add(SendAsync(sender, 1000 * i));
            }
            await Task.WhenAny([.. sending, Task.Delay(2_000)]);
            Assert.All(sending, s => Assert.False(s.IsCompleted));
            await (await reader.GetAsync("/api/v1/search?q=ふた")).JsonAsync(HttpStatusCode.OK);
            other.Execute("COMMIT");
        }
        var acknowledged = new List<long>();
        foreach (var sent in sending)
        {
            acknowledged.AddRange(await AcceptedAsync(await sent));
        }
        await server.DrainAsync();

        Assert.Equal(200, acknowledged.Count);
        AssertStoredOnce(server.Get<Store>(), acknowledged);
    }

    /// <summary>A file that is no database any more.</summary>
    [Fact]
    public async Task A_damaged_database_is_told_with_the_way_out()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "voc.db"), [.. Enumerable.Repeat((byte)'x', 8192)]);

        using var process = VocProcess.Start("serve", "--urls", "http://127.0.0.1:0", "--data", folder);
        var (exitCode, _, errors) = await process.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("voc restore", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task However_often_a_migration_is_killed_the_archive_comes_through_it()
    {
        const int Texts = 300;
        const int Rounds = 8;
        var random = new Random(20_261_123);
        var old = Directory.CreateTempSubdirectory("voc-test").FullName;
        await MigrationTests.StoreBeforeIndexAsync(old, Texts);
        var killed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
            foreach (var file in Directory.GetFiles(old))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
            killed += await KillWhileMigratingAsync(folder, random.Next(7, 20)) ? 1 : 0;

            await using var server = await VocServer.StartAsync(folder: folder);
            using var connection = server.Get<Store>().Open();
            Assert.Equal("ok", connection.Scalar("PRAGMA integrity_check"));
            Assert.Equal((long)Texts, connection.Scalar("SELECT count(*) FROM feedback"));
            Assert.Equal(connection.Scalar("SELECT count(DISTINCT MigrationId) FROM __EFMigrationsHistory"), connection.Scalar("SELECT count(*) FROM __EFMigrationsHistory"));
        }
        Directory.Delete(old, recursive: true);
        Assert.True(killed > Rounds / 2, $"Only {killed} of {Rounds} were killed while they migrated.");
    }

    /// <summary>Kills the service once so many migrations are done; returns whether there were more to do.</summary>
    private static async Task<bool> KillWhileMigratingAsync(string folder, int done)
    {
        using var process = VocProcess.Start("key", "add", "--role", "read", "--name", "test", "--data", folder);
        using var connection = new Store(new VocOptions { DataDirectory = folder }).Open();
        var all = typeof(Store).Assembly.GetTypes().Count(t => t.Namespace == "Voc.Api.Storage.Migrations" && t.GetCustomAttributes(typeof(Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute), false).Length > 0);
        for (var i = 0; i < 3_000; i++)
        {
            var now = (long)connection.Scalar("SELECT count(*) FROM __EFMigrationsHistory")!;
            if (now >= done)
            {
                process.Kill();
                return (long)connection.Scalar("SELECT count(*) FROM __EFMigrationsHistory")! < all;
            }
            await Task.Delay(1);
        }
        return false;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient sender, int from) => sender.PostAsJsonAsync("/api/v1/feedback", Enumerable.Range(from, 10).Select(i => new
    {
        source = "shop",
        externalId = $"{i}",
        channel = "review",
        text = $"{i} 番のポットのふたが閉まりません。",
        occurredAt = "2026-04-01T09:00:00+09:00",
    }));

    /// <summary>Sends until it is refused: what the file system had set aside may take a little more.</summary>
    private static async Task<HttpResponseMessage> FirstRefusalAsync(HttpClient sender, List<long> acknowledged)
    {
        for (var i = 1; i < 5_000; i++)
        {
            var answer = await SendAsync(sender, 100 * i);
            if (!answer.IsSuccessStatusCode)
            {
                return answer;
            }
            acknowledged.AddRange(await AcceptedAsync(answer));
        }
        throw new InvalidOperationException("The disk never filled.");
    }

    private static async Task<IEnumerable<long>> AcceptedAsync(HttpResponseMessage answer) =>
        (await answer.JsonAsync(HttpStatusCode.Accepted))["accepted"]!.AsArray().Select(a => a!["id"]!.GetValue<long>());

    private static void AssertStoredOnce(Store store, List<long> acknowledged)
    {
        using var db = store.Context();
        Assert.Equal(acknowledged.Order(), db.Feedback.Select(f => f.Id).ToList().Order());
    }

    private static async Task<string> FileAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("voc-test").FullName, "voice.csv");
        await File.WriteAllTextAsync(file, "日付,本文\n2026/4/1,ふたが閉まらない。\n2026/4/2,とても静かで満足です。\n");
        return file;
    }
}
