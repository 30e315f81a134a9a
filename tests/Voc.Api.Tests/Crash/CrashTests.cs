using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Sources.Social;

namespace Voc.Api.Tests.Crash;

/// <summary>
/// The service, while it takes in feedback and reads a review site and a social platform, and the import are killed at random instants; what
/// was acknowledged, and what was there to read, must be stored afterwards, once. <c>VOC_KILL_ROUNDS</c> sets how often; 20 by default.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Senders = 4;
    private const int RowsPerFile = 400;
    private const int NewReviews = 3;
    private const int NewPosts = 4;
    private const int MostPages = 50;

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("VOC_KILL_ROUNDS") ?? "20", CultureInfo.InvariantCulture);

    /// <summary>What lets the service read from this machine, which it otherwise never does.</summary>
    private static readonly Dictionary<string, string> Settings = new() { ["Voc__FetchHosts__0"] = "127.0.0.1" };

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-crash").FullName;
    private readonly ConcurrentDictionary<string, long> _acknowledged = new();
    private readonly HashSet<string> _files = [];
    private readonly List<int> _sources = [];
    private int _reviews;

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_stored_once_and_found()
    {
        await using var shop = await ShopAsync();
        await using var platform = await FakePlatform.StartAsync();
        var key = await PrepareAsync(shop.Urls.First(), platform.Address);
        var random = new Random(20_261_122);
        for (var round = 0; round < Rounds; round++)
        {
            _reviews += NewReviews;
            for (var i = 0; i < NewPosts; i++)
            {
                platform.Write($"ホシゾラの声 {round}-{i}");
            }
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
        await VerifyAsync(key, [.. platform.Posts.Select(p => p.Text)]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A shop whose newest reviews come first, on so many pages at most as are read.</summary>
    private async Task<WebApplication> ShopAsync()
    {
        var perPage = Math.Max(5, (Rounds * NewReviews / MostPages) + 1);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var shop = builder.Build();
        shop.Urls.Add("http://127.0.0.1:0");
        shop.MapGet("/reviews/{page:int}", (int page, HttpContext context) =>
        {
            var version = $"\"{_reviews}-{page}\"";
            context.Response.Headers.ETag = version;
            if (context.Request.Headers.IfNoneMatch == version)
            {
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }
            var numbers = Enumerable.Range(1, _reviews).Reverse().Skip(perPage * (page - 1)).Take(perPage);
            var reviews = string.Join(',', numbers.Select(n => $$$"""{"@type":"Review","@id":"r{{{n}}}","reviewBody":"{{{Review(n)}}}","datePublished":"2026-04-01","reviewRating":{"ratingValue":2}}"""));
            var next = perPage * page < _reviews ? $"<a rel=\"next\" href=\"/reviews/{page + 1}\">次へ</a>" : "";
            return Results.Text($$"""<html><body><script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"炊飯器","review":[{{reviews}}]}</script>{{next}}</body></html>""", "text/html; charset=utf-8");
        });
        await shop.StartAsync();
        return shop;
    }

    private static string Review(int number) => $"炊飯器の感想その {number} です。";

    private async Task<string> PrepareAsync(string shop, string platform)
    {
        var store = new Store(new VocOptions { DataDirectory = _folder });
        await store.MigrateAsync();
        using var writer = new GroupCommitWriter(store);
        await new SourceDirectory(store, writer, TimeProvider.System).EnsureAsync("http", Channel.Review, "api");
        var key = (await new ApiKeys(store, TimeProvider.System).CreateAsync("crash test", "admin", null)).Key;
        var (process, address) = await VocProcess.ServeAsync(_folder, Settings);
        using (process)
        {
            using var client = Client(address, key);
            object[] sources =
            [
                new { name = "レビュー", kind = "review-page", settings = new { url = shop + "/reviews/1", maximumPages = MostPages } },
                new { name = "SNS", kind = "bluesky", settings = new { words = new[] { "ホシゾラ" }, address = platform } },
            ];
            foreach (var source in sources)
            {
                _sources.Add((await (await client.PostAsJsonAsync("/api/v1/sources", source)).JsonAsync(System.Net.HttpStatusCode.Created))["id"]!.GetValue<int>());
            }
        }
        return key;
    }

    private async Task KillServiceAsync(string key, int round, TimeSpan after)
    {
        var (process, address) = await VocProcess.ServeAsync(_folder, Settings);
        using (process)
        {
            using var client = Client(address, key);
            var sending = Enumerable.Range(0, Senders).Select(sender => SendUntilKilledAsync(client, round, sender)).Concat(_sources.Select(source => ReadUntilKilledAsync(client, source))).ToList();
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

    private static async Task ReadUntilKilledAsync(HttpClient client, int source)
    {
        try
        {
            while (true)
            {
                using var answer = await client.PostAsync($"/api/v1/sources/{source}/run", null);
                await Task.Delay(50);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
        }
    }

    /// <summary>Reads a source until there is nothing new and nothing went wrong. A run ends within a long sweep, so that one with nothing new says little.</summary>
    private static async Task ReadAllAsync(HttpClient client, int source)
    {
        const int Enough = 4;
        var quiet = 0;
        for (var run = 0; run < 50; run++)
        {
            var answer = await (await client.PostAsync($"/api/v1/sources/{source}/run", null)).JsonAsync(System.Net.HttpStatusCode.Accepted);
            quiet = answer["accepted"]!.GetValue<int>() == 0 && answer["error"] is null ? quiet + 1 : 0;
            if (quiet == Enough)
            {
                return;
            }
        }
        throw new TimeoutException($"Source {source} was not read to its end.");
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

    private async Task VerifyAsync(string key, string[] posts)
    {
        var (process, address) = await VocProcess.ServeAsync(_folder, Settings);
        using (process)
        {
            using var client = Client(address, key);
            foreach (var source in _sources)
            {
                await ReadAllAsync(client, source);
            }
            await DrainAsync(client);
            using var connection = new Store(new VocOptions { DataDirectory = _folder }).Open();
            Assert.Equal("ok", connection.Scalar("PRAGMA integrity_check"));
            Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM inbox"));

            var stored = Stored(connection);
            Assert.True(_acknowledged.Count > 200, $"Only {_acknowledged.Count} were acknowledged: the test killed too early to mean anything.");
            Assert.All(_acknowledged, one => Assert.Equal(one.Value, stored[one.Key]));
            Assert.Equal(_files.Count * RowsPerFile, Texts(connection, "加湿器").Count);
            Assert.Equal(Enumerable.Range(1, _reviews).Select(Review).Order(), Texts(connection, "感想").Order());
            Assert.Equal(posts.Order(), Texts(connection, "ホシゾラの声").Order());

            Assert.Equal((long)stored.Count, connection.Scalar("SELECT count(*) FROM search_row"));
            Assert.Equal((long)stored.Count, connection.Scalar("SELECT count(DISTINCT SubjectId) FROM event WHERE Kind = 1"));
            Assert.Equal((long)stored.Count, connection.Scalar("SELECT count(*) FROM event WHERE Kind = 1"));
            Assert.Equal(stored.Count - (_files.Count * RowsPerFile) - _reviews - posts.Length, await TotalAsync(client, "掃除機"));
            Assert.Equal(_files.Count * RowsPerFile, await TotalAsync(client, "加湿器"));
            Assert.Equal(_reviews, await TotalAsync(client, "炊飯器"));
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

    private static List<string> Texts(StoreConnection connection, string part)
    {
        using var rows = connection.Query("SELECT Text FROM feedback WHERE Text LIKE $part", ("$part", $"%{part}%"));
        var texts = new List<string>();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }
        return texts;
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
