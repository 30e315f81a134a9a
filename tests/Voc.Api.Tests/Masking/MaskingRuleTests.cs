using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Issues;
using Voc.Api.Masking;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest;

namespace Voc.Api.Tests.Masking;

public sealed class MaskingRuleTests
{
    [Fact]
    public async Task What_is_allowed_stays_in_texts_that_come_after_until_it_is_forbidden_again()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        await server.SourceAsync("shop");
        Assert.Equal("代表は[電話番号]、私は[電話番号]です", await SendAsync(server, admin, "代表は03-1234-5678、私は090-1234-5678です"));

        var added = await (await admin.PostAsJsonAsync("/api/v1/masking/allowed", new { text = "０３（１２３４）５６７８", note = "our own" })).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("user-admin", "our own"), (added["by"]!.GetValue<string>(), added["note"]!.GetValue<string>()));
        Assert.Equal("代表は03-1234-5678、私は[電話番号]です", await SendAsync(server, admin, "代表は03-1234-5678、私は090-1234-5678です"));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsJsonAsync("/api/v1/masking/allowed", new { text = "0312345678" })).StatusCode);
        await (await admin.PostAsJsonAsync("/api/v1/masking/allowed", new { text = " -" })).ProblemAsync(HttpStatusCode.BadRequest, "text");

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/masking/allowed/{added["id"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync($"/api/v1/masking/allowed/{added["id"]}")).StatusCode);
        Assert.Equal("代表は[電話番号]です", await SendAsync(server, admin, "代表は03-1234-5678です"));
    }

    [Fact]
    public async Task A_restart_keeps_what_is_allowed()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await VocServer.StartAsync(folder: folder);
        using (var admin = await first.SignedInAsync("admin"))
        {
            await (await admin.PostAsJsonAsync("/api/v1/masking/allowed", new { text = "高橋さんの味噌" })).JsonAsync(HttpStatusCode.Created);
        }
        await first.StopAsync();
        await using var second = await VocServer.StartAsync(folder: folder);
        Assert.Equal("高橋さんの味噌と[氏名]さん", second.Get<IngestContext>().Masking.Now.Mask("高橋さんの味噌と高橋さん").Text);
    }

    [Fact]
    public async Task Stored_texts_are_masked_anew_in_the_archive_the_index_issues_the_inbox_and_exports()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var ids = await server.StoreAsync("鈴木さんの電話は090-1234-5678で、ミラーが格納できない。", "ミラーが格納できない。");
        await IssueAsync(server, ids[0]);
        Assert.Equal(1, Count(server, "\"090-1234-5678\""));

        var begun = await (await admin.PostAsync("/api/v1/masking/run", null)).JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal(2, begun["total"]!.GetValue<long>());
        var run = await EndedAsync(admin);

        Assert.Equal(("done", 2, 1), (run["state"]!.GetValue<string>(), run["done"]!.GetValue<int>(), run["changed"]!.GetValue<int>()));
        Assert.Equal("[氏名]さんの電話は[電話番号]で、ミラーが格納できない。", await TextAsync(admin, ids[0]));
        Assert.Equal((0, 2), (Count(server, "\"090-1234-5678\""), Count(server, "ミラー")));
        using var connection = server.Get<Store>().Open();
        Assert.Equal("ミラー（[個人情報]さん）|mirror ([個人情報])|[\"ミラー\",\"[個人情報]\"]", connection.Scalar("SELECT Title || '|' || TitleEn || '|' || Terms FROM issue"));
        Assert.Equal("[個人情報]様へ", connection.Scalar("SELECT \"After\" FROM issue_change"));
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM event WHERE Kind=2"));
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM event WHERE Kind=3"));
    }

    [Fact]
    public async Task A_label_that_was_corrected_outlives_masking_anew()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var id = (await server.StoreAsync("鈴木さん、ミラーが格納できない。"))[0];
        await (await admin.PutAsJsonAsync($"/api/v1/feedback/{id}/labels", new { sentiment = "positive" })).JsonAsync(HttpStatusCode.OK);
        await admin.PostAsync("/api/v1/masking/run", null);
        await EndedAsync(admin);
        var detail = await (await admin.GetAsync($"/api/v1/feedback/{id}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("[氏名]さん、ミラーが格納できない。", "positive"), (detail["text"]!.GetValue<string>(), detail["sentiment"]!["label"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_waits_for_analysis_is_masked_too()
    {
        await using var server = await VocServer.StartAsync(services: VocServer.WithoutWorkers);
        using var admin = await server.SignedInAsync("admin");
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync([Some.Feedback("1", "電話は090-1234-5678です") with { Attributes = new Dictionary<string, string> { ["memo"] = "a@example.com" } }]);
        using (var connection = server.Get<Store>().Open())
        {
            Assert.Contains("090-1234-5678", Payload(connection), StringComparison.Ordinal);
        }
        await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            MaskedInbox.Mask(connection, server.Get<IngestContext>().Masking.Now);
            return 0;
        });
        using var after = server.Get<Store>().Open();
        Assert.Contains("電話は[電話番号]です", Payload(after), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", Payload(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_cancelled_once_and_only_administrators_may_do_any_of_it()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        using var product = await server.SignedInAsync("product");
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsync("/api/v1/masking/run/cancel", null)).StatusCode);
        foreach (var (method, path) in new[] { ("GET", "masking"), ("POST", "masking/run"), ("GET", "masking/accesses"), ("POST", "feedback/1/original"), ("POST", "masking/allowed"), ("PUT", "masking/sources/1") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + path) { Content = method == "GET" ? null : JsonContent.Create(new { }) };
            Assert.Equal(HttpStatusCode.Forbidden, (await product.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task The_rules_can_be_tried_on_a_text()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var tried = await (await admin.PostAsJsonAsync("/api/v1/masking/preview", new { text = "田中様 a@example.com" })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("[氏名]様 [メールアドレス]", tried["text"]!.GetValue<string>());
        Assert.Equal(["name", "email"], tried["found"]!.AsArray().Select(f => f!["kind"]!.GetValue<string>()));
        await (await admin.PostAsJsonAsync("/api/v1/masking/preview", new { text = " " })).ProblemAsync(HttpStatusCode.BadRequest, "text");
    }

    private static string Payload(StoreConnection connection) => System.Text.Encoding.UTF8.GetString((byte[])connection.Scalar("SELECT Payload FROM inbox")!);

    private static int Count(VocServer server, string query) => server.Get<ArchiveSearch>().Search(new SearchRequest { Query = query }).Total;

    private static async Task IssueAsync(VocServer server, long feedback) => await server.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        using var context = connection.Context();
        var issue = new IssueRow { Title = "ミラー（鈴木さん）", TitleEn = "mirror (鈴木)", Terms = "[\"ミラー\",\"鈴木\"]" };
        context.Add(issue);
        context.SaveChanges();
        context.Add(new IssueFeedbackRow { IssueId = issue.Id, FeedbackId = feedback });
        context.Add(new IssueChangeRow { IssueId = issue.Id, Who = "user-admin", Action = IssueActions.Comment, After = "鈴木様へ" });
        context.SaveChanges();
        return 0;
    });

    internal static async Task<JsonNode> EndedAsync(HttpClient admin)
    {
        for (var i = 0; i < 200; i++)
        {
            var run = (await (await admin.GetAsync("/api/v1/masking")).JsonAsync(HttpStatusCode.OK))["run"]!;
            if (run["state"]!.GetValue<string>() != "running")
            {
                return run;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("Masking anew does not end.");
    }

    internal static async Task<string> TextAsync(HttpClient client, long id) =>
        (await (await client.GetAsync($"/api/v1/feedback/{id}")).JsonAsync(HttpStatusCode.OK))["text"]!.GetValue<string>();

    internal static async Task<long> IdAsync(VocServer server, HttpClient client, string text)
    {
        var answer = await (await client.PostAsJsonAsync("/api/v1/feedback", Some.Submission(Guid.NewGuid().ToString("N"), text))).JsonAsync(HttpStatusCode.Accepted);
        await server.DrainAsync();
        return long.Parse(answer["accepted"]![0]!["id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> SendAsync(VocServer server, HttpClient client, string text) => await TextAsync(client, await IdAsync(server, client, text));
}
