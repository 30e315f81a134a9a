using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Notes;

public sealed class NoteTests
{
    private const string Path = "/api/v1/notes";

    [Fact]
    public async Task A_note_is_queued_then_stored_and_sent_again_is_the_same_note()
    {
        await using var server = await VocServer.StartAsync(services: VocServer.WithoutWorkers);
        using var client = await server.SignedInAsync("support");
        var note = new { clientId = Guid.NewGuid(), text = "充電できないとのこと。折り返し 090-1234-5678", customer = "C-1", product = "掃除機", occurredAt = (string?)null };

        var first = await client.PostAsJsonAsync(Path, note);
        var second = await client.PostAsJsonAsync(Path, note);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var id = (await first.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<long>();
        var again = (await second.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((id, true), (again["id"]!.GetValue<long>(), again["duplicate"]!.GetValue<bool>()));
        Assert.Equal(["queued 充電できないとのこと。折り返し [電話番号]"], await RecentAsync(client));
    }

    [Fact]
    public async Task Everybody_sees_only_their_own_last_ten_notes_newest_first()
    {
        await using var server = await VocServer.StartAsync();
        using var support = await server.SignedInAsync("support");
        using var product = await server.SignedInAsync("product");
        for (var i = 0; i < 12; i++)
        {
            await support.PostAsJsonAsync(Path, new { clientId = Guid.NewGuid(), text = $"メモ {i}" });
        }
        await product.PostAsJsonAsync(Path, new { clientId = Guid.NewGuid(), text = "別の人のメモ" });
        await server.DrainAsync();

        Assert.Equal(Enumerable.Range(2, 10).Reverse().Select(i => $"stored メモ {i}"), await RecentAsync(support));
        Assert.Equal(["stored 別の人のメモ"], await RecentAsync(product));
        using var connection = server.Get<Store>().Open();
        Assert.Equal(13L, connection.Scalar("SELECT count(*) FROM feedback WHERE Channel=2 AND json_extract(Attributes,'$.author') LIKE 'user-%'"));
    }

    [Theory]
    [InlineData("clientId", """{"clientId":"1","text":"x"}""")]
    [InlineData("text", """{"clientId":"0b1a3c5e-0000-4000-8000-000000000000","text":"  "}""")]
    [InlineData("occurredAt", """{"clientId":"0b1a3c5e-0000-4000-8000-000000000000","text":"x","occurredAt":"2999-01-01T00:00:00Z"}""")]
    public async Task What_is_wrong_with_a_note_is_named_by_its_field(string field, string note)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");

        var answer = await client.PostAsync(Path, new StringContent(note, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![field]);
        Assert.Equal(0, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task A_researcher_may_not_write_notes()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync(Path, new { clientId = Guid.NewGuid(), text = "x" })).StatusCode);
    }

    private static async Task<List<string>> RecentAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonObject>(Path + "/recent"))!["items"]!.AsArray().Select(n => $"{n!["state"]} {n["text"]}")];
}
