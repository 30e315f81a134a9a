using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Voc.Analysis.Retrieval;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Corrections;

public sealed class CorrectionTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Text = "ミラーが格納できない。";

    [Fact]
    public async Task A_corrected_label_holds_at_once_in_the_detail_the_search_the_facets_and_the_trends()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");
        var id = (await server.StoreAsync(Text))[0];
        Assert.Equal((1, 0), (Count(server, "sentiment:negative"), Count(server, "topic:support.speed")));

        var detail = await (await client.PutAsJsonAsync(Path(id), new { sentiment = "positive", intents = new[] { "praise" }, topics = new[] { "support.speed" } })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("positive", 1.0, 1.0), (detail["sentiment"]!["label"]!.GetValue<string>(), detail["sentiment"]!["score"]!.GetValue<double>(), detail["sentiment"]!["confidence"]!.GetValue<double>()));
        Assert.Equal(("user-researcher", "negative"), (detail["corrected"]!["by"]!.GetValue<string>(), detail["corrected"]!["was"]!["sentiment"]!["label"]!.GetValue<string>()));
        Assert.Equal((0, 1, 1, 1), (Count(server, "sentiment:negative"), Count(server, "sentiment:positive"), Count(server, "topic:support.speed"), Count(server, "intent:praise")));
        Assert.Equal(1, Count(server, "ミラー"));
        Assert.Equal("positive", server.Get<ArchiveSearch>().Search(new SearchRequest { Facets = [Facet.Sentiment] }).Facets["sentiment"].Single().Value);
        using var connection = server.Get<Store>().Open();
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM feedback WHERE Sentiment=1 AND Day IS NOT NULL"));
    }

    [Fact]
    public async Task Corrections_of_different_labels_add_up_and_what_was_read_stays_known()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var id = (await server.StoreAsync(Text))[0];
        var read = await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}");

        await client.PutAsJsonAsync(Path(id), new { sentiment = "positive" });
        await client.PutAsJsonAsync(Path(id), new { intents = Array.Empty<string>() });
        var detail = await (await client.PutAsJsonAsync(Path(id), new { sentiment = "negative" })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("negative", 0), (detail["corrected"]!["sentiment"]!.GetValue<string>(), detail["intents"]!.AsArray().Count));
        Assert.Null(detail["corrected"]!["topics"]);
        // The person agrees with the analysis now: how strongly, the analysis says.
        Assert.Equal(read.GetProperty("sentiment").GetProperty("score").GetDouble(), detail["sentiment"]!["score"]!.GetValue<double>());
        Assert.Equal(read.GetProperty("intents").GetArrayLength(), detail["corrected"]!["was"]!["intents"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_correction_taken_back_leaves_what_the_analysis_reads_and_both_are_on_record()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var id = (await server.StoreAsync(Text))[0];
        var before = await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}");
        await client.PutAsJsonAsync(Path(id), new { sentiment = "positive" });

        var detail = await (await client.DeleteAsync(Path(id))).JsonAsync(HttpStatusCode.OK);

        Assert.Null(detail["corrected"]);
        Assert.Equal(before.GetProperty("sentiment").ToString(), detail["sentiment"]!.ToJsonString());
        Assert.Equal(1, Count(server, "sentiment:negative"));
        Assert.Equal("not-corrected", (await (await client.DeleteAsync(Path(id))).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        var record = await client.GetFromJsonAsync<JsonElement>("/api/v1/corrections");
        Assert.Equal((2, 0), (record.GetProperty("total").GetInt32(), record.GetProperty("current").GetInt32()));
        Assert.Equal(
            ["withdrawn:positive:positive", "corrected:positive:negative"],
            record.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("action")}:{i.GetProperty("labels").GetProperty("sentiment")}:{i.GetProperty("was").GetProperty("sentiment").GetProperty("label")}"));
        Assert.Equal((Text, "user-product"), (record.GetProperty("items")[0].GetProperty("text").GetString(), record.GetProperty("items")[0].GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Reading_everything_anew_keeps_corrections_and_renews_what_was_not_corrected()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var id = (await server.StoreAsync(Text, "配送が遅い。"))[0];
        await client.PutAsJsonAsync(Path(id), new { sentiment = "positive" });
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE feedback SET Reading='{\"sentences\":[],\"intents\":[],\"topics\":[],\"opinions\":[],\"keyphrases\":[]}'"));

        Assert.Equal(2, await server.Get<Reindexer>().RunAsync(restart: true, progress: null));

        var detail = await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}");
        Assert.Equal("positive", detail.GetProperty("sentiment").GetProperty("label").GetString());
        Assert.Equal(1, detail.GetProperty("opinions").GetArrayLength());
        Assert.Equal((1, 1), (Count(server, "sentiment:positive"), Count(server, "sentiment:negative")));
    }

    [Fact]
    public async Task A_correction_that_comes_while_its_text_is_read_anew_is_not_lost()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var ids = await server.StoreAsync([.. Enumerable.Range(0, 40).Select(i => $"{Text}{i}")]);

        var anew = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await server.Get<Reindexer>().RunAsync(restart: true, progress: null);
            }
        });
        var answers = await Task.WhenAll(ids.Select(id => client.PutAsJsonAsync(Path(id), new { sentiment = "positive" })));
        await anew;

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal((40, 40), (Count(server, "sentiment:positive"), Count(server, "")));
    }

    [Fact]
    public async Task Who_looks_on_sees_the_correction_as_it_is_made()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var id = (await server.StoreAsync(Text))[0];
        await using var live = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await live.SubscribeAsync();

        await client.PutAsJsonAsync(Path(id), new { sentiment = "positive" });

        var item = (await live.NextAsync(LiveMessages.FeedbackChanged))["items"]!.AsArray().Single()!;
        Assert.Equal((id, "positive"), (item["id"]!.GetValue<long>(), item["sentiment"]!["label"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("{}", "sentiment")]
    [InlineData("""{"sentiment":"angry"}""", "sentiment")]
    [InlineData("""{"intents":["praise","praise"]}""", "intents")]
    [InlineData("""{"intents":["applause"]}""", "intents")]
    [InlineData("""{"intents":[null]}""", "intents")]
    [InlineData("""{"topics":["nothing.such"]}""", "topics")]
    [InlineData("""{"topics":[null]}""", "topics")]
    [InlineData("""{"topics":["app","app"]}""", "topics")]
    public async Task A_label_there_is_not_is_refused_with_its_field(string body, string field)
    {
        var answer = await one.Client.PutAsync(Path(one.Feedback), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
        Assert.Equal(HttpStatusCode.NotFound, (await one.Client.PutAsJsonAsync(Path(999), new { sentiment = "positive" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await one.Client.DeleteAsync(Path(999))).StatusCode);
    }

    private static string Path(long id) => $"/api/v1/feedback/{id}/labels";

    private static int Count(VocServer server, string query) => server.Get<ArchiveSearch>().Search(new SearchRequest { Query = query }).Total;
}
