using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Notes;

public sealed class RelatedTests
{
    private const string Path = "/api/v1/notes/related";

    [Fact]
    public async Task Similar_recent_texts_come_with_their_open_issues_and_copies_once()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");
        var now = TimeProvider.System.GetUtcNow();
        var ids = await StoreAsync(
            server,
            Some.Feedback("a", "加湿器の水位ランプが消えない。") with { OccurredAt = now.AddDays(-2) },
            Some.Feedback("b", "加湿器の水位ランプが消えません！") with { OccurredAt = now.AddDays(-1) },
            Some.Feedback("c", "水位ランプがつきっぱなしの加湿器です。") with { OccurredAt = now.AddDays(-3) },
            Some.Feedback("d", "荷物が届かない。") with { OccurredAt = now.AddDays(-1) },
            Some.Feedback("e", "加湿器の水位ランプが消えなかった。") with { OccurredAt = now.AddDays(-200) });
        await LinkAsync(server, 1, IssueState.New, ids[0], ids[1]);
        await LinkAsync(server, 2, IssueState.Fixed, ids[0]);
        await LinkAsync(server, 3, IssueState.New, ids[3]);

        var related = await RelatedAsync(client, "加湿器、水位ランプが消えないとのこと");

        Assert.Equal([ids[1], ids[2]], related["similar"]!.AsArray().Select(s => s!["id"]!.GetValue<long>()));
        Assert.Equal([1L], related["issues"]!.AsArray().Select(i => i!["id"]!.GetValue<long>()));
        Assert.Null(related["customer"]);
    }

    [Fact]
    public async Task A_customer_is_known_by_the_number_as_it_is_typed()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");
        foreach (var text in new[] { "電源が入らない", "直りました" })
        {
            await client.PostAsJsonAsync("/api/v1/notes", new { clientId = Guid.NewGuid(), text, customer = "C-2044", occurredAt = "2026-03-02T10:00:00+09:00" });
        }
        await server.DrainAsync();

        var known = (await RelatedAsync(client, null, "Ｃ－２０４４ "))["customer"]!;

        Assert.Equal((2, "2026-03-02"), (known["texts"]!.GetValue<int>(), known["lastDay"]!.GetValue<string>()));
        Assert.Null((await RelatedAsync(client, null, "C-1"))["customer"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("は")]
    [InlineData("聞いたことのない話")]
    public async Task Where_nothing_is_like_it_nothing_comes(string? text)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");
        await StoreAsync(server, Some.Feedback("a", "荷物が届かない。") with { OccurredAt = TimeProvider.System.GetUtcNow() });

        var related = await RelatedAsync(client, text);

        Assert.Empty(related["similar"]!.AsArray());
        Assert.Empty(related["issues"]!.AsArray());
    }

    [Fact]
    public async Task It_is_for_those_who_write_notes_and_of_bounded_length()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");
        using var anonymous = server.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.PostAsJsonAsync(Path, new { text = "加湿器" })).StatusCode);
        var refused = await client.PostAsJsonAsync(Path, new { text = new string('あ', 100_001) });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await refused.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["text"]);
    }

    private static async Task<JsonObject> RelatedAsync(HttpClient client, string? text, string? customer = null)
    {
        var answer = await client.PostAsJsonAsync(Path, new { text, customer });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task<long[]> StoreAsync(VocServer server, params Feedback[] feedback)
    {
        await server.SourceAsync(feedback[0].Source);
        var receipts = await server.Get<Inbox>().AcceptAsync(feedback);
        await server.DrainAsync();
        return [.. receipts.Select(r => r.Id)];
    }

    private static async Task LinkAsync(VocServer server, long id, IssueState state, params long[] texts)
    {
        using var context = server.Get<Store>().Context();
        context.Add(new IssueRow { Id = id, Title = "水位ランプ", State = state });
        context.AddRange(texts.Select(text => new IssueFeedbackRow { IssueId = id, FeedbackId = text }));
        await context.SaveChangesAsync();
    }
}
