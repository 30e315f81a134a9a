using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Notes;

public sealed class NoteChangeTests
{
    private const string Path = "/api/v1/notes";

    [Fact]
    public async Task A_stored_note_is_read_and_found_by_its_new_words_alone_under_the_same_identifier()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");
        var id = await WriteAsync(client, "掃除機の充電ができない", "C-1", "掃除機");
        await server.DrainAsync();
        var before = server.Get<FeedbackReader>().Detail(id)!;

        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsJsonAsync($"{Path}/{id}", new { text = "加湿器の水漏れ。折返し 090-1234-5678", product = "加湿器" })).StatusCode);
        await server.DrainAsync();

        var after = server.Get<FeedbackReader>().Detail(id)!;
        Assert.Equal(("加湿器の水漏れ。折返し [電話番号]", "加湿器", before.Customer), (after.Text, after.Product, after.Customer));
        Assert.Equal((before.ExternalId, before.OccurredAt, before.ReceivedAt), (after.ExternalId, after.OccurredAt, after.ReceivedAt));
        Assert.Equal((1, 0), (Found(server, "加湿器"), Found(server, "掃除機")));
        Assert.Equal([(id, "加湿器の水漏れ。折返し [電話番号]")], await RecentAsync(client));
        using var connection = server.Get<Store>().Open();
        var changes = DetectionPosition.ChangesSince(connection, 0);
        Assert.Equal([id], changes.Arrived);
        Assert.Equal([id], changes.Deleted);
        Assert.Equal((1L, 1L), (connection.Scalar("SELECT count(*) FROM feedback"), connection.Scalar("SELECT Stored FROM source WHERE Name='call-notes'")));
    }

    [Fact]
    public async Task A_note_that_waits_is_changed_before_it_is_read_and_changed_again()
    {
        await using var server = await VocServer.StartAsync(services: VocServer.WithoutWorkers);
        using var client = await server.SignedInAsync("support");
        var id = await WriteAsync(client, "一つ目", "C-1", "掃除機");

        await client.PutAsJsonAsync($"{Path}/{id}", new { text = "二つ目" });
        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsJsonAsync($"{Path}/{id}", new { text = "三つ目", product = "" })).StatusCode);

        Assert.Equal([(id, "三つ目")], await RecentAsync(client));
        using var connection = server.Get<Store>().Open();
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM inbox"));
        Assert.Equal(1L, server.Get<Voc.Api.Pipeline.Inbox>().Pending);
    }

    [Fact]
    public async Task After_ten_minutes_and_for_others_it_stays_as_it_is()
    {
        var clock = new ShiftedTime();
        await using var server = await VocServer.StartAsync(services: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var client = await server.SignedInAsync("support");
        using var other = await server.SignedInAsync("product");
        var id = await WriteAsync(client, "一つ目", null, null);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsJsonAsync($"{Path}/{id}", new { text = "他人" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsJsonAsync($"{Path}/{id}", new { text = " " })).StatusCode);
        clock.Forward(TimeSpan.FromMinutes(10.1));
        var late = await client.PutAsJsonAsync($"{Path}/{id}", new { text = "遅い" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("too-late", (await late.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>());
        Assert.Equal([(id, "一つ目")], await RecentAsync(client));
    }

    private static async Task<long> WriteAsync(HttpClient client, string text, string? customer, string? product)
    {
        var answer = await client.PostAsJsonAsync(Path, new { clientId = Guid.NewGuid(), text, customer, product });
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<long>();
    }

    private static async Task<IEnumerable<(long, string)>> RecentAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonObject>($"{Path}/recent"))!["items"]!.AsArray().Select(n => (n!["id"]!.GetValue<long>(), n["text"]!.GetValue<string>()));

    private static int Found(VocServer server, string query) => server.Get<ArchiveSearch>().Search(new SearchRequest { Query = query }).Total;
}
