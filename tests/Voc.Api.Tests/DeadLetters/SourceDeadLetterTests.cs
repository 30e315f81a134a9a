using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.DeadLetters;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.DeadLetters;

public sealed class SourceDeadLetterTests
{
    [Fact]
    public async Task A_damaged_one_is_said_to_be_damaged_and_is_stored_once_when_it_is_mended()
    {
        await using var server = await VocServer.StartAsync(Quick);
        var (source, id) = await DeadAsync(server, """{"Text":"電話は090-1234-5678""");
        using var product = await server.SignedInAsync("product");
        var path = $"/api/v1/sources/{source}/dead-letters";

        var letter = (await product.GetFromJsonAsync<JsonArray>(path))!.Single()!;
        Assert.Contains("damaged", letter["error"]!.GetValue<string>());
        Assert.False(letter["isReadable"]!.GetValue<bool>());
        Assert.Contains("[電話番号]", letter["text"]!.GetValue<string>());
        Assert.DoesNotContain("090", letter.ToJsonString());

        Assert.NotEmpty(await (await product.PostAsJsonAsync($"{path}/{id}/retry", new { })).ProblemAsync(HttpStatusCode.BadRequest, "text"));
        Assert.NotEmpty(await (await product.PostAsJsonAsync($"{path}/{id}/retry", new { text = "蓋が割れた", channel = "smoke" })).ProblemAsync(HttpStatusCode.BadRequest, "channel"));
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => product.PostAsJsonAsync($"{path}/{id}/retry", new { text = "蓋が割れた。090-1234-5678 まで。", product = "鍋" })));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], both.Select(b => b.StatusCode).Order());
        Assert.Equal("stored", (await both.Single(b => b.IsSuccessStatusCode).JsonAsync(HttpStatusCode.OK))["outcome"]!.GetValue<string>());

        var stored = await (await product.GetAsync($"/api/v1/feedback/{id}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("蓋が割れた。[電話番号] まで。 鍋", $"{stored["text"]} {stored["product"]}");
        Assert.Single(server.Get<EventLog>().Read(0, 10));
        var again = await server.Get<Inbox>().AcceptAsync([Some.Feedback("a")]);
        Assert.Equal(new Receipt(id, Duplicate: true), again.Single());
        var changes = (await product.GetFromJsonAsync<JsonArray>(path + "/changes"))!;
        Assert.Equal("fixed user-product a", $"{changes.Single()!["action"]} {changes.Single()!["by"]} {changes.Single()!["externalId"]}");
    }

    [Fact]
    public async Task A_whole_one_is_tried_again_as_it_is_and_keeps_its_customer_and_scores()
    {
        await using var server = await VocServer.StartAsync(Quick);
        var (source, id) = await DeadAsync(server, Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            Some.Feedback("a") with { Customer = "c-1", Scores = new Dictionary<string, double> { ["nps"] = 3 } }, StoredJson.Default.Feedback)), FailureReason.Analysis);
        using var admin = await server.SignedInAsync("admin");

        var letter = (await admin.GetFromJsonAsync<JsonArray>("/api/v1/dead-letters"))!.Single()!;
        Assert.Contains("unusual characters", letter["error"]!.GetValue<string>());
        var answer = await (await admin.PostAsJsonAsync($"/api/v1/sources/{source}/dead-letters/{id}/retry", new { })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("stored", answer["outcome"]!.GetValue<string>());
        using var connection = server.Get<Store>().Open();
        Assert.Equal("c-1 {\"nps\":3} 1", connection.Scalar("SELECT Customer || ' ' || Scores || ' ' || (SELECT count(*) FROM feedback) FROM feedback"));
        Assert.Equal("retried", connection.Scalar("SELECT Action FROM dead_letter_change"));
    }

    [Fact]
    public async Task One_that_fails_again_says_why_at_once_and_waits_there()
    {
        await using var server = await VocServer.StartAsync(o => (o.MaxAttempts, o.RetryDelay) = (5, TimeSpan.FromMinutes(5)));
        var (source, id) = await DeadAsync(server, "{}");
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("CREATE TRIGGER broken BEFORE INSERT ON feedback BEGIN SELECT raise(ABORT, 'no luck'); END"));
        using var product = await server.SignedInAsync("product");
        var path = $"/api/v1/sources/{source}/dead-letters";

        var answer = await (await product.PostAsJsonAsync($"{path}/{id}/retry", new { text = "蓋が割れた" })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("failed", answer["outcome"]!.GetValue<string>());
        Assert.Contains("no luck", answer["detail"]!.GetValue<string>());
        var letter = (await product.GetFromJsonAsync<JsonArray>(path))!.Single()!;
        Assert.Equal("蓋が割れた True", $"{letter["text"]} {letter["isReadable"]!.GetValue<bool>()}");
    }

    [Fact]
    public async Task One_is_discarded_with_a_reason_which_stays_and_only_by_those_who_manage_sources()
    {
        await using var server = await VocServer.StartAsync(Quick);
        var (source, id) = await DeadAsync(server, "{}");
        using var product = await server.SignedInAsync("product");
        using var support = await server.SignedInAsync("support");
        var path = $"/api/v1/sources/{source}/dead-letters";

        Assert.Equal(HttpStatusCode.Forbidden, (await support.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.PostAsJsonAsync($"{path}/{id}/discard", new { reason = "試しに送ったもの" })).StatusCode);
        Assert.NotEmpty(await (await product.PostAsJsonAsync($"{path}/{id}/discard", new { reason = " " })).ProblemAsync(HttpStatusCode.BadRequest, "reason"));
        Assert.Equal(HttpStatusCode.NotFound, (await product.PostAsJsonAsync($"/api/v1/sources/{source + 1}/dead-letters/{id}/discard", new { reason = "試しに送ったもの" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await product.PostAsJsonAsync($"{path}/{id}/discard", new { reason = "試しに送ったもの" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await product.PostAsJsonAsync($"{path}/{id}/discard", new { reason = "試しに送ったもの" })).StatusCode);

        Assert.Empty((await product.GetFromJsonAsync<JsonArray>(path))!);
        var change = (await product.GetFromJsonAsync<JsonArray>(path + "/changes"))!.Single()!;
        Assert.Equal("discarded 試しに送ったもの user-product", $"{change["action"]} {change["reason"]} {change["by"]}");
        Assert.False((await server.Get<Inbox>().AcceptAsync([Some.Feedback("a")])).Single().Duplicate);
    }

    [Fact]
    public async Task All_of_one_source_are_tried_again_and_those_of_another_are_left()
    {
        await using var server = await VocServer.StartAsync(Quick);
        var (source, _) = await DeadAsync(server, "{}");
        await server.SourceAsync("other");
        await server.Get<Inbox>().AcceptAsync([Some.Feedback("b", source: "other")]);
        await server.DrainAsync();
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute(
            "INSERT INTO inbox (Id, SourceId, ExternalId, Payload, ReceivedAt, Attempts, DueAt, FailedAt) SELECT Id + 1, SourceId, 'z', x'7B', 0, 2, 0, 1 FROM feedback"));
        using var product = await server.SignedInAsync("product");

        var answer = await (await product.PostAsync($"/api/v1/sources/{source}/dead-letters/requeue", null)).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(1, answer["count"]!.GetValue<int>());
        using var connection = server.Get<Store>().Open();
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM dead_letter_change"));
        Assert.Equal("z", connection.Scalar("SELECT ExternalId FROM inbox WHERE FailedAt = 1"));
    }

    [Fact]
    public async Task A_damaged_one_does_not_stop_a_run_of_masking_and_what_is_legible_of_it_is_masked_too()
    {
        await using var server = await VocServer.StartAsync(Quick);
        await DeadAsync(server, """{"Text":"電話は090-1234-5678""");
        using var admin = await server.SignedInAsync("admin");

        await (await admin.PostAsync("/api/v1/masking/run", null)).JsonAsync(HttpStatusCode.Accepted);

        using var connection = server.Get<Store>().Open();
        for (var i = 0; i < 200 && connection.Scalar("SELECT 1 FROM inbox WHERE instr(CAST(Payload AS TEXT), '[電話番号]')") is null; i++)
        {
            await Task.Delay(50);
        }
        Assert.Equal("""{"Text":"電話は[電話番号]""", connection.Scalar("SELECT CAST(Payload AS TEXT) FROM inbox"));
    }

    [Fact]
    public void Every_kind_of_failure_has_words_of_its_own_and_what_a_version_before_wrote_is_read()
    {
        FailureReason[] reasons =
        [
            FailureReason.Unreadable, FailureReason.Of(new StoreUnavailableException(new IOException("full"))), FailureReason.Of(new InsufficientExecutionStackException()),
            FailureReason.Of(new InvalidOperationException("odd")),
        ];

        Assert.Equal(reasons.Length, reasons.Select(r => r.Say()).Distinct().Count());
        Assert.All(reasons, r => Assert.Equal(r, FailureReason.Read(r.Written())));
        Assert.Equal(new FailureReason(FailureReason.Analysis, "as it was"), FailureReason.Read("as it was"));
    }

    private static void Quick(VocOptions options) => (options.MaxAttempts, options.RetryDelay) = (2, TimeSpan.FromMilliseconds(10));

    /// <summary>A dead letter <c>a</c> of the source <c>shop</c>; its source and identifier.</summary>
    private static async Task<(int Source, long Id)> DeadAsync(VocServer server, string payload, string kind = FailureReason.Damaged)
    {
        var source = await server.SourceAsync("shop");
        var id = FeedbackId.At(Some.Time, 7);
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute(
            "INSERT INTO inbox (Id, SourceId, ExternalId, Payload, ReceivedAt, Attempts, DueAt, Error, FailedAt) VALUES ($id, $source, 'a', $payload, $now, 2, 0, $error, $now)",
            ("$id", id), ("$source", source), ("$payload", Encoding.UTF8.GetBytes(payload)), ("$now", Some.Time.ToUnixTimeMilliseconds()), ("$error", new FailureReason(kind, "said").Written())));
        return (source, id);
    }
}
