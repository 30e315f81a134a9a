using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Exports;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Exports;

public sealed class ExportTests : IAsyncLifetime
{
    private const int Texts = 1_203;

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-test").FullName;
    private VocServer _server = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await VocServer.StartAsync(folder: _folder);
        await _server.SourceAsync("shop");
        var texts = Enumerable.Range(0, Texts).Select(i => Some.Feedback($"{i}", i % 3 == 0 ? $"配送が遅い {i}" : $"電源が入らない {i}") with
        {
            OccurredAt = Some.Time.AddMinutes(i),
            Scores = new Dictionary<string, double> { ["nps"] = i % 11 },
            Attributes = new Dictionary<string, string> { ["地域"] = i % 2 == 0 ? "関東" : "近畿" },
        });
        foreach (var some in texts.Chunk(500))
        {
            await _server.Get<Inbox>().AcceptAsync(some);
        }
        await _server.DrainAsync();
        _client = await _server.WithKeyAsync("read");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_stream_holds_all_that_the_search_finds_in_the_order_that_was_asked_for()
    {
        var total = (await _client.GetFromJsonAsync<JsonNode>("/api/v1/search?q=配送&limit=0"))!["total"]!.GetValue<int>();
        var answer = await _client.GetAsync("/api/v1/search/export?q=配送&sort=oldest&format=jsonl&columns=externalId,score:nps,attribute:地域&cover=false");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!).ToList();

        Assert.Equal(Texts / 3, total);
        Assert.Equal($"{total}", Assert.Single(answer.Headers.GetValues("X-Total-Count")));
        Assert.Equal(Enumerable.Range(0, total).Select(i => $"{3 * i}"), lines.Select(l => l["externalId"]!.GetValue<string>()));
        Assert.Equal(3 % 11, lines[1]["score:nps"]!.GetValue<double>());
        Assert.Equal("近畿", lines[1]["attribute:地域"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_cover_says_how_to_find_the_same_again()
    {
        var csv = await _client.GetStringAsync("/api/v1/search/export?q=配送&from=2026-04-01&channel=review");

        var cover = csv[..csv.IndexOf('\r', StringComparison.Ordinal)];
        Assert.Contains("Query: 配送", cover);
        Assert.Contains("Days: 2026-04-01..", cover);
        Assert.Contains("channel=review", cover);
        Assert.Contains($"Texts: {Texts / 3}", cover);
        Assert.Contains($"State of the archive: event {Texts}", cover);
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_before_anything_is()
    {
        Assert.Contains("no column 'colour'", await (await _client.GetAsync("/api/v1/search/export?columns=colour")).ProblemAsync(HttpStatusCode.BadRequest, "columns"));
        Assert.Contains("no format 'pdf'", await (await _client.GetAsync("/api/v1/search/export?format=pdf")).ProblemAsync(HttpStatusCode.BadRequest, "format"));
        Assert.Equal(0, (await (await _client.PostAsJsonAsync("/api/v1/exports", new { search = "?q=\"配送", format = "csv" })).JsonAsync(HttpStatusCode.BadRequest))["position"]!.GetValue<int>());
        await (await _client.PostAsJsonAsync("/api/v1/exports", new { search = "?from=yesterday", format = "csv" })).ProblemAsync(HttpStatusCode.BadRequest, "from");
    }

    [Theory]
    [InlineData("q=配送", Texts / 3)]
    [InlineData("q=配送&sort=oldest", Texts / 3)]
    [InlineData("", Texts)]
    public async Task An_export_in_the_background_finds_what_the_page_with_its_address_shows(string search, int expected)
    {
        var started = await (await _client.PostAsJsonAsync("/api/v1/exports", new { search, format = "csv" })).JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal(expected, (await DoneAsync(_client, started["id"]!.GetValue<int>()))["written"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_export_in_the_background_ends_with_a_file_for_its_owner_alone()
    {
        using var owner = await _server.SignedInAsync("researcher");
        using var other = await _server.SignedInAsync("support");
        var started = await (await owner.PostAsJsonAsync("/api/v1/exports", new { search = "?q=配送&page=3", format = "xlsx" })).JsonAsync(HttpStatusCode.Accepted);
        var id = started["id"]!.GetValue<int>();
        var done = await DoneAsync(owner, id);

        Assert.Equal((Texts / 3, Texts / 3), (done["written"]!.GetValue<int>(), done["total"]!.GetValue<int>()));
        var file = await owner.GetAsync($"/api/v1/exports/{id}/file");
        Assert.EndsWith(".xlsx", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(done["bytes"]!.GetValue<long>(), (await file.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/exports/{id}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/v1/exports/{id}")).StatusCode);
        Assert.DoesNotContain(id, (await other.GetFromJsonAsync<JsonArray>("/api/v1/exports"))!.Select(e => e!["id"]!.GetValue<int>()));

        await (await owner.DeleteAsync($"/api/v1/exports/{id}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.GetAsync($"/api/v1/exports/{id}/file")).StatusCode);
        Assert.False(File.Exists(_server.Get<ExportStore>().PathOf(id)));
    }

    [Fact]
    public async Task An_export_that_a_stop_interrupted_is_written_after_the_next_start()
    {
        var row = await _server.Get<ExportStore>().AddAsync(
            new ExportRow { Owner = "somebody", Search = "?q=配送", Options = """{"format":"csv"}""", Culture = "ja", State = ExportState.Running, CreatedAt = Some.Time }, default);
        await _server.StopAsync();
        _server = await VocServer.StartAsync(folder: _folder);
        using var admin = await _server.WithKeyAsync("admin");

        await DoneAsync(admin, row.Id);

        var bytes = await File.ReadAllBytesAsync(_server.Get<ExportStore>().PathOf(row.Id));
        Assert.StartsWith("\uFEFF\"# 検索式: 配送", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Files_that_expired_are_deleted()
    {
        var store = _server.Get<ExportStore>();
        var row = await store.AddAsync(
            new ExportRow { Owner = "somebody", Search = "", Options = "{}", Culture = "ja", State = ExportState.Done, CreatedAt = Some.Time, FinishedAt = Some.Time }, default);
        await File.WriteAllTextAsync(store.PathOf(row.Id), "x");

        await store.TidyAsync(Some.Time + ExportStore.Kept, default);
        Assert.True(File.Exists(store.PathOf(row.Id)));
        await store.TidyAsync(Some.Time + ExportStore.Kept + TimeSpan.FromSeconds(1), default);
        Assert.False(File.Exists(store.PathOf(row.Id)));
    }

    [Fact]
    public async Task The_columns_to_choose_from_name_the_scores_and_attributes_of_the_archive()
    {
        var ids = (await _client.GetFromJsonAsync<JsonArray>("/api/v1/exports/columns"))!.Select(c => c!["id"]!.GetValue<string>()).ToList();

        Assert.Superset(new HashSet<string> { "id", "text", "score:nps", "attribute:地域" }, ids.ToHashSet());
    }

    [Fact]
    public async Task The_command_writes_the_same()
    {
        using var process = VocProcess.Start("export", "配送", "--data", _folder, "--format", "jsonl", "--columns", "externalId", "--no-cover", "--sort", "oldest");
        var (code, output, errors) = await process.EndAsync();

        Assert.True(code == 0, errors);
        Assert.Equal(Enumerable.Range(0, Texts / 3).Select(i => $$"""{"externalId":"{{3 * i}}"}"""), output.TrimEnd('\n').Split('\n'));
        Assert.Contains($"{Texts / 3}", errors);
    }

    private static async Task<JsonNode> DoneAsync(HttpClient client, int id)
    {
        for (var i = 0; i < 200; i++)
        {
            var export = await (await client.GetAsync($"/api/v1/exports/{id}")).JsonAsync(HttpStatusCode.OK);
            if (export["state"]!.GetValue<string>() is "done" or "failed")
            {
                Assert.True(export["state"]!.GetValue<string>() == "done", export["error"]?.GetValue<string>());
                return export;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The export did not end.");
    }
}
