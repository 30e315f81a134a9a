using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class IssueSplitTests
{
    private const string Login = "回やってもログインできない。";
    private const string Payment = "回やってもログインできない。決済画面で止まる。";

    [Fact]
    public async Task Reports_with_a_word_become_an_issue_of_their_own_and_later_ones_follow_also_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await Rising.StartAsync(folder);
        using var client = await first.SignedInAsync("product");
        var issue = await Rising.BurstAsync(first, client, Login, Payment);
        var before = await DetailAsync(client, issue);

        var split = await (await client.PostAsJsonAsync($"/api/v1/issues/{issue}/split", new { terms = new[] { "決済" }, title = "決済で止まる" })).JsonAsync(HttpStatusCode.Created);
        var id = split["id"]!.GetValue<long>();
        var (moved, left) = (Reports(split), Reports(await DetailAsync(client, issue)));
        await Rising.SayAsync(first, "later", Payment, 4);
        await Rising.SayAsync(first, "other", Login, 4);
        await Rising.UntilAsync(client, id, detail => Reports(detail) >= moved + 4);
        await Rising.UntilAsync(client, issue, detail => Reports(detail) >= left + 4);
        await first.StopAsync();
        await using var again = await VocServer.StartAsync(folder: folder);
        using var back = await again.WithKeyAsync("admin");
        await Rising.SayAsync(again, "restarted", Payment, 4);
        await Rising.SayAsync(again, "restarted", Login, 4);
        await Rising.UntilAsync(back, id, detail => Reports(detail) >= moved + 8);
        var rest = await Rising.UntilAsync(back, issue, detail => Reports(detail) >= left + 8);

        Assert.Equal(Reports(before), moved + left);
        Assert.Equal("決済で止まる", split["title"]!.GetValue<string>());
        Assert.All(rest["quotes"]!.AsArray(), quote => Assert.DoesNotContain("決済", quote!["text"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal([id, issue], (await ListedAsync(back)).OrderDescending());
        Assert.Contains(rest["history"]!.AsArray(), h => h!["action"]!.GetValue<string>() == "split" && h["who"]!.GetValue<string>() == "user-product");
    }

    [Fact]
    public async Task Of_chosen_reports_the_words_that_tell_them_apart_are_learned_and_their_like_go_with_them()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var issue = await SomeIssue.AddAsync(server);
        await SomeIssue.SayAsync(server, issue, "鍵が錆びて回らない", 4);
        using var client = await server.SignedInAsync("product");
        var quotes = (await DetailAsync(client, issue))["quotes"]!.AsArray();
        var chosen = quotes.Where(q => q!["text"]!.GetValue<string>().Contains("錆び", StringComparison.Ordinal)).Take(2).Select(q => q!["id"]!.GetValue<long>()).ToList();

        var preview = await (await client.PostAsJsonAsync($"/api/v1/issues/{issue}/split/preview", new { feedback = chosen })).JsonAsync(HttpStatusCode.OK);
        var split = await (await client.PostAsJsonAsync($"/api/v1/issues/{issue}/split", new { feedback = chosen })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal((4, 10), (preview["chosen"]!.GetValue<int>(), preview["total"]!.GetValue<int>()));
        Assert.DoesNotContain("鍵", preview["terms"]!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.Equal(4, Reports(split));
        Assert.Equal(6, Reports(await DetailAsync(client, issue)));
        Assert.InRange(split["pValue"]!.GetValue<double>(), 0, 0.01);
        var rule = (await (await client.GetAsync($"/api/v1/issues/{split["id"]}/rules")).JsonAsync(HttpStatusCode.OK))[0]!;
        Assert.Equal(("split", issue), (rule["kind"]!.GetValue<string>(), rule["from"]!["id"]!.GetValue<long>()));
        Assert.Equal(preview["terms"]!.ToJsonString(), rule["terms"]!.ToJsonString());
    }

    [Fact]
    public async Task A_split_is_undone_within_a_day_and_what_was_split_off_leads_back()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var issue = await SomeIssue.AddAsync(server);
        await SomeIssue.SayAsync(server, issue, "鍵が錆びて回らない", 4);
        using var client = await server.SignedInAsync("product");
        var split = await (await client.PostAsJsonAsync($"/api/v1/issues/{issue}/split", new { terms = new[] { "錆びる" } })).JsonAsync(HttpStatusCode.Created);
        var rule = (await (await client.GetAsync($"/api/v1/issues/{issue}/rules")).JsonAsync(HttpStatusCode.OK))[0]!;

        var undone = await client.PostAsync($"/api/v1/issues/rules/{rule["id"]}/undo", null);

        // Words count in every form of them: 錆びる finds 錆びて.
        Assert.Equal(4, Reports(split));
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Equal(10, Reports(await DetailAsync(client, issue)));
        Assert.Equal(issue, (await (await client.GetAsync($"/api/v1/issues/{split["id"]}")).JsonAsync(HttpStatusCode.Gone))["mergedInto"]!.GetValue<long>());
        Assert.Equal([issue], await ListedAsync(client));
    }

    [Theory]
    [InlineData("""{}""", "terms")]
    [InlineData("""{"terms":["ない言葉"]}""", "terms")]
    [InlineData("""{"terms":["鍵"]}""", "terms")]
    [InlineData("""{"product":"Q"}""", "product")]
    [InlineData("""{"feedback":[1]}""", "feedback")]
    public async Task What_cannot_be_split_is_refused_by_its_field(string request, string field)
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var issue = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");

        await (await client.PostAsJsonAsync($"/api/v1/issues/{issue}/split", JsonNode.Parse(request))).ProblemAsync(HttpStatusCode.BadRequest, field);
    }

    private static int Reports(JsonNode detail) => detail["feedbackIds"]!.AsArray().Count;

    private static async Task<JsonNode> DetailAsync(HttpClient client, long issue) => await (await client.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK);

    private static async Task<IEnumerable<long>> ListedAsync(HttpClient client) =>
        (await (await client.GetAsync("/api/v1/issues?state=all")).JsonAsync(HttpStatusCode.OK))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<long>());
}
