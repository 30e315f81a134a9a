using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Crash;

/// <summary>The service and the import are killed at random instants; what was acknowledged must be there afterwards, once.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 20;
    private const int Senders = 4;
    private const int RowsPerFile = 400;

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-crash").FullName;
    private readonly ConcurrentDictionary<string, long> _acknowledged = new();
    private readonly HashSet<string> _files = [];

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_stored_once_and_found()
    {
        var key = await PrepareAsync();
        var random = new Random(20_261_122);
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 3 == 2)
            {
                await KillImportAsync(round, TimeSpan.FromMilliseconds(random.Next(600, 3_000)));
            }
            else
            {
                await KillServiceAsync(key, round, TimeSpan.FromMilliseconds(random.Next(20, 1_500)));
            }
        }
        await FinishImportsAsync();
        await VerifyAsync(key);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> PrepareAsync()
    {
        var store = new Store(new VocOptions { DataDirectory = _folder });
        await store.MigrateAsync();
        using var writer = new GroupCommitWriter(store);
        await new SourceDirectory(store, writer, TimeProvider.System).EnsureAsync("http", Channel.Review, "api");
        return (await new ApiKeys(store, TimeProvider.System).CreateAsync("crash test", "admin", null)).Key;
    }

    private async Task KillServiceAsync(string key, int round, TimeSpan after)
    {
        var (process, address) = await VocProcess.ServeAsync(_folder);
        using (process)
        {
            using var client = Client(address, key);
            var sending = Enumerable.Range(0, Senders).Select(sender => SendUntilKilledAsync(client, round, sender)).ToList();
            await Task.Delay(after);
            process.Kill();
            await Task.WhenAll(sending);
        }
    }

    private async Task SendUntilKilledAsync(HttpClient client, int round, int sender)
    {
        try
        {
            for (var n = 0; ; n++)
            {
                var batch = Enumerable.Range(0, 1 + (n % 20)).Select(i => new
                {
                    source = "http",
                    externalId = $"{round}-{sender}-{n}-{i}",
                    channel = "review",
                    text = $"番号 {round}-{sender}-{n}-{i} の掃除機が充電できません。",
                    occurredAt = "2026-04-01T09:00:00+09:00",
                });
                using var answer = await client.PostAsJsonAsync("/api/v1/feedback", batch);
                foreach (var accepted in JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["accepted"]!.AsArray())
                {
                    _acknowledged[accepted!["externalId"]!.GetValue<string>()] = accepted["id"]!.GetValue<long>();
                }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            // The service was killed; what it had not answered is not acknowledged.
        }
    }

    private async Task KillImportAsync(int round, TimeSpan after)
    {
        var file = Path.Combine(_folder, $"import-{round}.csv");
        var csv = new StringBuilder("番号,日付,本文\n");
        for (var i = 0; i < RowsPerFile; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"r{round}-{i},2026/4/1,加湿器 r{round}-{i} から水が漏れる。\n");
        }
        await File.WriteAllTextAsync(file, csv.ToString());
        _files.Add(file);
        using var process = Import(file);
        await Task.Delay(after);
        process.Kill();
    }

    private VocProcess Import(string file)
    {
        var mapping = Path.Combine(_folder, "mapping.json");
        File.WriteAllText(mapping, """{"externalId":"番号","occurredAt":"日付","text":"本文","channel":"survey"}""");
        return VocProcess.Start("import", file, "--source", "file", "--mapping", mapping, "--data", _folder);
    }

    private async Task FinishImportsAsync()
    {
        foreach (var file in _files)
        {
            using var process = Import(file);
            var (exitCode, _, errors) = await process.EndAsync();
            Assert.True(exitCode == 0, errors);
        }
    }

    private async Task VerifyAsync(string key)
    {
        var (process, address) = await VocProcess.ServeAsync(_folder);
        using (process)
        {
            using var client = Client(address, key);
            await DrainAsync(client);
            using var connection = new Store(new VocOptions { DataDirectory = _folder }).Open();
            Assert.Equal("ok", connection.Scalar("PRAGMA integrity_check"));
            Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM inbox"));

            var stored = Stored(connection);
            Assert.True(_acknowledged.Count > 200, $"Only {_acknowledged.Count} were acknowledged: the test killed too early to mean anything.");
            Assert.All(_acknowledged, one => Assert.Equal(one.Value, stored[one.Key]));
            Assert.Equal(_files.Count * RowsPerFile, stored.Keys.Count(k => k.StartsWith('r')));

            Assert.Equal((long)stored.Count, connection.Scalar("SELECT count(*) FROM search_row"));
            Assert.Equal((long)stored.Count, connection.Scalar("SELECT count(DISTINCT SubjectId) FROM event WHERE Kind = 1"));
            Assert.Equal((long)stored.Count, connection.Scalar("SELECT count(*) FROM event WHERE Kind = 1"));
            Assert.Equal(stored.Keys.Count(k => !k.StartsWith('r')), await TotalAsync(client, "掃除機"));
            Assert.Equal(stored.Keys.Count(k => k.StartsWith('r')), await TotalAsync(client, "加湿器"));
        }
    }

    private static Dictionary<string, long> Stored(StoreConnection connection)
    {
        using var rows = connection.Query("SELECT ExternalId, Id FROM feedback");
        var stored = new Dictionary<string, long>();
        while (rows.Read())
        {
            stored.Add(rows.GetString(0), rows.GetInt64(1)); // Throws when one is there twice.
        }
        return stored;
    }

    private static async Task DrainAsync(HttpClient client)
    {
        for (var i = 0; i < 600; i++)
        {
            if (JsonNode.Parse(await client.GetStringAsync("/health/ready"))!["inbox"]!.GetValue<long>() == 0)
            {
                return;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The inbox did not empty.");
    }

    private static async Task<int> TotalAsync(HttpClient client, string query) =>
        JsonNode.Parse(await client.GetStringAsync($"/api/v1/search?q={Uri.EscapeDataString(query)}&limit=1"))!["total"]!.GetValue<int>();

    private static HttpClient Client(Uri address, string key) => new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };
}
