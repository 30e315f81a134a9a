using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Imports;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest;

namespace Voc.Api.Tests.Sources;

public sealed class SourceFlowTests
{
    [Fact]
    public async Task What_comes_in_is_counted_with_its_source_by_what_became_of_it()
    {
        await using var server = await VocServer.StartAsync();
        var id = await server.SourceAsync("shop");
        await server.SourceAsync("other");
        using var sender = await server.WithKeyAsync("ingest");

        await Send(sender, Some.Submission("a", "蓋が閉まらず、090-0000-1234 に電話をください。"), Some.Submission("b", "The lid does not close and nobody answers."), Some.Submission("c", ""));
        await Send(sender, Some.Submission("a", "蓋が閉まらず、090-0000-1234 に電話をください。"), Some.Submission("d", "取っ手が熱いです。"));
        await Send(sender, new { source = "shop", externalId = "e", channel = "nowhere", text = "x" });
        await Send(sender, new { source = "nobody", externalId = "f", channel = "review", text = "x" });
        await server.DrainAsync();

        var flow = await FlowAsync(server, id);
        Assert.Equal("6 1 2 1", Say(flow, "sent", "duplicates", "refused", "empty"));
        Assert.Equal("3 1 2 1 0", Say(flow, "analysed", "masked", "japanese", "english", "otherLanguage"));
        Assert.Equal((24, 3L), (flow["hours"]!.AsArray().Count, flow["hours"]!.AsArray().Sum(h => h!["count"]!.GetValue<long>())));
        Assert.Equal((30, 3L), (flow["days"]!.AsArray().Count, flow["days"]!.AsArray()[^1]!["count"]!.GetValue<long>()));
        var (shop, other) = (await InfoAsync(server, "shop"), await InfoAsync(server, "other"));
        Assert.Equal("3 3 0", $"{shop["total"]} {shop["lastDay"]} {shop["deadLetters"]}");
        Assert.NotNull(shop["lastReceivedAt"]);
        Assert.Equal("0 0", $"{other["total"]} {other["lastDay"]}");
        Assert.Null(other["lastReceivedAt"]);
    }

    [Fact]
    public async Task What_is_deleted_leaves_the_total_but_was_received_all_the_same()
    {
        await using var server = await VocServer.StartAsync();
        var id = await server.SourceAsync("shop");
        var receipts = await server.Get<Inbox>().AcceptAsync([Some.Feedback("a"), Some.Feedback("b", "取っ手が熱い。")]);
        await server.DrainAsync();
        using var admin = await server.SignedInAsync("admin");

        await admin.DeleteAsync($"/api/v1/feedback/{receipts[0].Id}");
        await admin.DeleteAsync($"/api/v1/feedback/{receipts[0].Id}");

        var shop = await InfoAsync(server, "shop");
        Assert.Equal("1 2", $"{shop["total"]} {shop["lastDay"]}");
        Assert.Equal("2", Say(await FlowAsync(server, id), "analysed"));
    }

    [Fact]
    public async Task A_write_that_fails_counts_nothing()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            server.Get<Inbox>().AcceptAsync([Some.Feedback("a")], (_, _) => throw new InvalidOperationException(), default));

        Assert.Equal("0", $"{(await InfoAsync(server, "shop"))["lastDay"]}");
    }

    [Fact]
    public async Task A_source_that_is_fetched_shows_its_rows_again_and_again_and_only_new_ones_are_counted()
    {
        await using var server = await VocServer.StartAsync();
        var id = await server.SourceAsync("page", kind: "review-page");
        var intake = server.Get<Voc.Api.Feedbacks.Intake>();
        IngestedRow[] rows = [new AcceptedRow(0, Some.Feedback("a", source: "page")), new RejectedRow(1, "date", new("日付", "date"))];

        await intake.AcceptAsync(rows, "page", default);
        await intake.AcceptAsync(rows, "page", default);

        var flow = await FlowAsync(server, id);
        Assert.Null(flow["quality"]!["sent"]);
        Assert.Equal(1, flow["hours"]!.AsArray()[^1]!["count"]!.GetValue<int>() + flow["hours"]!.AsArray()[^2]!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_import_that_was_interrupted_and_begins_again_counts_no_row_twice()
    {
        const string File = "日付,感想\n2026/4/1,蓋が割れた\n2026/4/1,取っ手が熱い\n2026/4/1,\n明日,いつの話\n2026/4/2,色がきれい\n2026/4/2,軽い\n";
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var id = await server.SourceAsync("店舗", Channel.Survey, "import");

        var first = await ImportAsync(client, File);
        await server.DrainAsync();
        Assert.Equal("6 0 2 1", Say(await FlowAsync(server, id), "sent", "duplicates", "refused", "empty"));

        // As a crash leaves it that came before the last batch: two rows are in, remembered, and the file is still there.
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("DELETE FROM source_hour") + c.Execute("UPDATE import_batch SET FeedbackIds = substr(FeedbackIds, 1, 16)")
            + c.Execute("DELETE FROM feedback WHERE Id NOT IN (SELECT Id FROM feedback ORDER BY Id LIMIT 2)"));
        System.IO.File.WriteAllText(server.Get<ImportStore>().Upload(first["id"]!.GetValue<int>()), File);
        await server.Get<ImportStore>().ChangeAsync(first["id"]!.GetValue<int>(), row => row.State = ImportState.Running);
        server.Get<ImportRunner>().Wake();
        await EndAsync(client, first["id"]!.GetValue<int>());
        await server.DrainAsync();
        Assert.Equal("4 0 2 1", Say(await FlowAsync(server, id), "sent", "duplicates", "refused", "empty"));

        await ImportAsync(client, File);
        Assert.Equal("10 4 4 2", Say(await FlowAsync(server, id), "sent", "duplicates", "refused", "empty"));
    }

    [Fact]
    public async Task An_archive_of_the_version_before_is_counted_by_the_migration()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var before = await VocServer.StartAsync(folder: folder);
        var id = await before.SourceAsync("shop");
        await before.Get<Inbox>().AcceptAsync([Some.Feedback("a", "[電話番号] に電話をください。"), Some.Feedback("b", "The lid does not close and nobody answers."), Some.Feedback("c", "[重要] 熱いです。")]);
        await before.DrainAsync();
        var counted = await FlowAsync(before, id);
        await before.Get<GroupCommitWriter>().WriteAsync(c =>
            c.Execute("DROP TABLE source_hour") + c.Execute("DROP INDEX IX_inbox_SourceId") + c.Execute("ALTER TABLE source DROP COLUMN Stored")
            + c.Execute("INSERT INTO inbox (Id, SourceId, ExternalId, Payload, ReceivedAt, Attempts, DueAt, FailedAt) SELECT Id + 1000000, SourceId, 'dead', x'7B', ReceivedAt, 5, 0, 1 FROM feedback LIMIT 1")
            + c.Execute("DELETE FROM __EFMigrationsHistory WHERE MigrationId='0032_SourceHours'"));
        await before.StopAsync();

        await using var server = await VocServer.StartAsync(folder: folder);

        var flow = await FlowAsync(server, id);
        Assert.Equal(Say(counted, "analysed", "masked", "japanese", "english", "otherLanguage"), Say(flow, "analysed", "masked", "japanese", "english", "otherLanguage"));
        Assert.Equal("3 1 2 1 0", Say(flow, "analysed", "masked", "japanese", "english", "otherLanguage"));
        Assert.Null(flow["quality"]!["sent"]);
        var shop = await InfoAsync(server, "shop");
        Assert.Equal("3 4 1", $"{shop["total"]} {shop["lastDay"]} {shop["deadLetters"]}");
        Assert.NotNull(shop["lastReceivedAt"]);
    }

    [Fact]
    public async Task The_counts_of_a_source_that_is_not_there_are_not_found()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/api/v1/sources/99/flow")).StatusCode);
    }

    private static async Task Send(HttpClient sender, params object[] feedback) =>
        await (await sender.PostAsJsonAsync("/api/v1/feedback", feedback)).JsonAsync(HttpStatusCode.Accepted);

    private static async Task<JsonNode> FlowAsync(VocServer server, int source)
    {
        using var reader = await server.WithKeyAsync("read");
        return await (await reader.GetAsync($"/api/v1/sources/{source}/flow")).JsonAsync(HttpStatusCode.OK);
    }

    private static async Task<JsonNode> InfoAsync(VocServer server, string name)
    {
        using var reader = await server.WithKeyAsync("read");
        return (await reader.GetFromJsonAsync<JsonArray>("/api/v1/sources"))!.Single(s => s!["name"]!.GetValue<string>() == name)!;
    }

    private static string Say(JsonNode flow, params string[] names) => string.Join(' ', names.Select(name => $"{flow["quality"]![name]}"));

    private static async Task<JsonNode> ImportAsync(HttpClient client, string file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("店舗"), "source" },
            { new StringContent("""{"text":"感想","occurredAt":"日付","product":null,"customer":null,"attributes":null}"""), "mapping" },
            { new StringContent(file), "file", "voices.csv" },
        };
        var started = await (await client.PostAsync("/api/v1/imports", form)).JsonAsync(HttpStatusCode.Accepted);
        return await EndAsync(client, started["id"]!.GetValue<int>());
    }

    private static async Task<JsonNode> EndAsync(HttpClient client, int id)
    {
        for (var i = 0; i < 400; i++)
        {
            var import = await (await client.GetAsync($"/api/v1/imports/{id}")).JsonAsync(HttpStatusCode.OK);
            if (import["state"]!.GetValue<string>() is not ("queued" or "running"))
            {
                return import;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The import does not end.");
    }
}
