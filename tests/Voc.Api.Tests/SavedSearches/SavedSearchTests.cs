using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.SavedSearches;

public sealed class SavedSearchTests
{
    private const string Path = "/api/v1/saved-searches";

    [Fact]
    public async Task A_search_is_kept_with_everything_its_address_says_but_the_place_in_the_list()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");

        var made = await MakeAsync(client, new { name = "ログインの苦情", note = "毎週見る", query = "?q=%E3%83%AD%E3%82%B0%E3%82%A4%E3%83%B3&channel=review&channel=social&sort=newest&from=2026-01-01&view=network&page=3&offset=40" });
        var read = await (await client.GetAsync($"{Path}/{made["id"]}")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("q=%E3%83%AD%E3%82%B0%E3%82%A4%E3%83%B3&channel=review&channel=social&sort=newest&from=2026-01-01&view=network", read["query"]!.GetValue<string>());
        Assert.Equal(read["query"]!.GetValue<string>(), read["address"]!.GetValue<string>());
        Assert.Equal($"/search/saved/{made["id"]}", read["link"]!.GetValue<string>());
        Assert.Equal(("毎週見る", "user-researcher", false, true), (read["note"]!.GetValue<string>(), read["owner"]!.GetValue<string>(), read["shared"]!.GetValue<bool>(), read["editable"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_relative_period_is_of_the_day_it_is_opened()
    {
        var time = new ShiftedTime();
        await using var server = await VocServer.StartAsync(o => o.TimeZone = "UTC", b => b.Services.AddSingleton<TimeProvider>(time));
        using var client = await server.SignedInAsync("researcher");
        var made = await MakeAsync(client, new { name = "直近 7 日", query = "q=a&period=7d" });

        time.Forward(TimeSpan.FromDays(10));
        var later = await (await client.GetAsync($"{Path}/{made["id"]}")).JsonAsync(HttpStatusCode.OK);

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        Assert.Equal("q=a&period=7d", later["query"]!.GetValue<string>());
        Assert.Equal($"q=a&from={today.AddDays(-6):yyyy-MM-dd}&to={today:yyyy-MM-dd}", later["address"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"name":"x","query":"q=%22open"}""", "q")]
    [InlineData("""{"name":"x","query":"from=soon"}""", "from")]
    [InlineData("""{"name":"x","query":"channel=pigeon"}""", "channel")]
    [InlineData("""{"name":"x","query":"period=forever"}""", "period")]
    [InlineData("""{"name":"x","query":"period=0d"}""", "period")]
    [InlineData("""{"query":"q=a"}""", "name")]
    [InlineData("""{"name":"x","alert":{"on":"whim"}}""", "alert.on")]
    [InlineData("""{"name":"x","alert":{"on":"count","window":"day"}}""", "alert.threshold")]
    [InlineData("""{"name":"x","alert":{"on":"count","threshold":5,"window":"year"}}""", "alert.window")]
    [InlineData("""{"name":"x","alert":{"on":"match","coolDownMinutes":0}}""", "alert.coolDownMinutes")]
    [InlineData("""{"name":"x","alert":{"on":"match","webhooks":[7]}}""", "alert.webhooks")]
    public async Task What_cannot_work_is_refused_by_field(string body, string field)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        var answer = await client.PostAsync(Path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task A_query_that_does_not_parse_says_where()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");

        var problem = await (await client.PostAsJsonAsync(Path, new { name = "x", query = "q=%28a" })).JsonAsync(HttpStatusCode.BadRequest);

        Assert.Equal("query", problem["code"]!.GetValue<string>());
        Assert.Equal(0, problem["position"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_name_is_one_owners_only_once_but_another_may_use_it()
    {
        await using var server = await VocServer.StartAsync();
        using var researcher = await server.SignedInAsync("researcher");
        using var support = await server.SignedInAsync("support");
        await MakeAsync(researcher, new { name = "苦情", query = "q=a" });

        Assert.Equal(HttpStatusCode.Conflict, (await researcher.PostAsJsonAsync(Path, new { name = " 苦情 ", query = "q=b" })).StatusCode);
        await MakeAsync(support, new { name = "苦情", query = "q=b" });
    }

    [Fact]
    public async Task Of_two_changes_of_one_version_the_second_is_refused()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");
        var made = await client.PostAsJsonAsync(Path, new { name = "苦情", query = "q=a" });
        var (address, version) = (made.Headers.Location!.ToString(), made.Headers.ETag!);

        var first = await SendAsync(client, HttpMethod.Put, address, version, new { name = "苦情 2", query = "q=b" });
        var second = await SendAsync(client, HttpMethod.Put, address, version, new { name = "苦情 3", query = "q=c" });
        var removal = await SendAsync(client, HttpMethod.Delete, address, version, null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed), (first.StatusCode, second.StatusCode, removal.StatusCode));
        Assert.NotEqual(version, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(client, HttpMethod.Delete, address, first.Headers.ETag!, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_private_search_is_not_there_for_anybody_and_a_shared_one_is_changed_by_its_owner_or_an_administrator()
    {
        await using var server = await VocServer.StartAsync();
        using var owner = await server.SignedInAsync("researcher");
        using var other = await server.SignedInAsync("support");
        using var admin = await server.SignedInAsync("admin");
        var alone = $"{Path}/{(await MakeAsync(owner, new { name = "自分用", query = "q=a" }))["id"]}";
        var shared = $"{Path}/{(await MakeAsync(owner, new { name = "共有", query = "q=a", shared = true }))["id"]}";
        var change = new { name = "変更", query = "q=b", shared = true };

        foreach (var client in new[] { other, admin })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(alone)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(alone + "/alerts")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsJsonAsync(alone, change)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync(alone)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsync(alone + "/follow", null)).StatusCode);
            Assert.Equal(["共有"], (await (await client.GetAsync(Path)).JsonAsync(HttpStatusCode.OK)).AsArray().Select(s => s!["name"]!.GetValue<string>()));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PutAsJsonAsync(shared, change)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.DeleteAsync(shared)).StatusCode);
        var changed = await (await admin.PutAsJsonAsync(shared, change)).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("user-researcher", "user-admin"), (changed["owner"]!.GetValue<string>(), changed["changedBy"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Texts_are_sent_to_other_systems_by_product_managers_and_administrators_alone()
    {
        await using var server = await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"]);
        using var admin = await server.SignedInAsync("admin");
        using var product = await server.SignedInAsync("product");
        using var researcher = await server.SignedInAsync("researcher");
        var hook = (await (await admin.PostAsJsonAsync("/api/v1/webhooks", new { name = "先", url = "http://127.0.0.1:9/" })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();
        object Search(string name) => new { name, query = "q=a", alert = new { on = "match", webhooks = new[] { hook } } };

        Assert.NotEmpty(await (await researcher.PostAsJsonAsync(Path, Search("a"))).ProblemAsync(HttpStatusCode.BadRequest, "alert.webhooks"));
        var made = await MakeAsync(product, Search("b"));

        Assert.Equal([hook], made["alert"]!["webhooks"]!.AsArray().Select(w => w!.GetValue<int>()));
        Assert.Equal(10, made["alert"]!["coolDownMinutes"]!.GetValue<int>());
    }

    private static async Task<JsonNode> MakeAsync(HttpClient client, object search) => await (await client.PostAsJsonAsync(Path, search)).JsonAsync(HttpStatusCode.Created);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, EntityTagHeaderValue version, object? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.IfMatch.Add(version);
        return await client.SendAsync(request);
    }
}
