using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Live;

public sealed class LiveHubTests
{
    [Fact]
    public async Task New_feedback_reaches_a_subscribed_client_after_its_commit()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await using var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await client.SubscribeAsync();

        var receipt = (await server.Get<Inbox>().AcceptAsync([Some.Feedback("a")]))[0];
        var batch = await client.NextAsync(LiveMessages.FeedbackArrived);

        var item = batch["items"]!.AsArray().Single()!;
        Assert.Equal(receipt.Id, item["id"]!.GetValue<long>());
        Assert.Equal("review", item["channel"]!.GetValue<string>());
        Assert.Equal("ミラーが格納できない。", item["text"]!.GetValue<string>());
        Assert.Equal(server.Get<EventLog>().LastSequence(), batch["sequence"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_all_it_missed_once_and_in_order()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await AcceptAsync(server, 0, 30);
        var seen = server.Get<EventLog>().LastSequence();
        await AcceptAsync(server, 30, 700);

        await using var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        Assert.Equal(seen, await client.SubscribeAsync(since: seen));
        await AcceptAsync(server, 700, 750);
        var texts = await TextsAsync(client, 720);

        Assert.Equal(720, texts.Distinct().Count());
        Assert.DoesNotContain("text 0", texts);
        Assert.Contains("text 749", texts);
    }

    [Fact]
    public async Task A_filter_keeps_other_channels_and_products_out()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await using var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await client.SubscribeAsync(new { channels = new[] { "social" }, products = new[] { "P" } });

        await server.Get<Inbox>().AcceptAsync([
            Some.Feedback("a") with { Product = "P" },
            Some.Feedback("b", channel: Channel.Social),
            Some.Feedback("c", "これだけ届く", channel: Channel.Social) with { Product = "P" }]);

        var batch = await client.NextAsync(LiveMessages.FeedbackArrived);
        Assert.Equal(["これだけ届く"], batch["items"]!.AsArray().Select(i => i!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_client_that_stops_reading_holds_up_neither_ingest_nor_other_clients()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        var key = await server.KeyAsync("read");
        await using var stalled = await LiveClient.ConnectAsync(server.Address, key);
        await stalled.SubscribeAsync();
        await stalled.StallAsync();
        await using var healthy = await LiveClient.ConnectAsync(server.Address, key);
        await healthy.SubscribeAsync();

        // About 12 MB for the client that does not read: more than every buffer on the way holds.
        var filler = new string('長', 3_000);
        for (var i = 0; i < 1_200; i += 300)
        {
            await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(i, 300).Select(n => Some.Feedback($"x{n}", $"{n} {filler}"))]);
        }
        var texts = await TextsAsync(healthy, 1_200);
        await server.DrainAsync();

        Assert.Equal(1_200, texts.Distinct().Count());
    }

    [Fact]
    public async Task Without_a_valid_key_there_is_no_connection()
    {
        await using var server = await VocServer.StartAsync();

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => LiveClient.ConnectAsync(server.Address, "voc_wrong"));
    }

    [Fact]
    public async Task Every_client_is_told_what_was_deleted_whatever_it_subscribed_to()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await AcceptAsync(server, 0, 2);
        var client = await server.WithKeyAsync("admin");
        var items = (await client.GetFromJsonAsync<JsonNode>("/api/v1/feedback"))!["items"]!.AsArray();
        var gone = items[0]!["id"]!.GetValue<long>();
        await using var live = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await live.SubscribeAsync(filter: new { products = new[] { "ほかの製品" } });

        await client.DeleteAsync($"/api/v1/feedback/{gone}");

        Assert.Equal([gone], (await live.NextAsync(LiveMessages.FeedbackDeleted))["ids"]!.AsArray().Select(id => id!.GetValue<long>()));
    }

    [Fact]
    public void The_client_uses_the_names_that_the_server_declares()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src/Voc.Dashboard/client/src/live/messages.ts"));

        Assert.All(
            [LiveMessages.Path, LiveMessages.FeedbackArrived, LiveMessages.FeedbackChanged, LiveMessages.FeedbackDeleted, LiveMessages.IssueChanged, LiveMessages.SavedSearchAlert, LiveMessages.TrendTick, LiveMessages.Subscribe],
            name => Assert.Matches($"['\"]{name}['\"]", source));
    }

    private static async Task AcceptAsync(VocServer server, int from, int to)
    {
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(from, to - from).Select(i => Some.Feedback($"n{i}", $"text {i}"))]);
        await server.DrainAsync();
    }

    private static async Task<List<string>> TextsAsync(LiveClient client, int count)
    {
        var texts = new List<string>();
        long last = 0;
        while (texts.Count < count)
        {
            var batch = await client.NextAsync(LiveMessages.FeedbackArrived);
            Assert.True(batch["sequence"]!.GetValue<long>() > last);
            last = batch["sequence"]!.GetValue<long>();
            texts.AddRange(batch["items"]!.AsArray().Select(i => i!["text"]!.GetValue<string>()));
        }
        return texts;
    }
}
