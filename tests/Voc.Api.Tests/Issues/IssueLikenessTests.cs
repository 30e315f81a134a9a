using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Issues;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class IssueLikenessTests
{
    private static readonly string[] Mirrors = ["ドアミラーが格納できない。", "ミラーが開かなくなって困っています。", "右のドアミラーが動かない。"];

    [Fact]
    public async Task Quotes_do_not_repeat_each_other_and_tell_how_many_say_the_same()
    {
        await using var server = await VocServer.StartAsync();
        string[] texts = [.. Enumerable.Range(0, 9).Select(i => $"ドアミラーが格納できなくて困っています。{i}"), "右のミラーだけ、開くときに大きな異音がする。", "ディーラーで修理したが部品待ちと言われた。"];
        var reports = await ReportAsync(server, texts);
        var id = (await BoardIssues.AddAsync(server, [(Row("P：「ミラー」の報告が増加", "ミラー"), reports)]))[0];
        using var client = await server.WithKeyAsync("read");

        var issue = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}");

        var quotes = issue.GetProperty("quotes").EnumerateArray().Select(q => (Text: q.GetProperty("text").GetString()!, Alike: q.GetProperty("alike").GetInt32())).ToList();
        Assert.Equal(3, quotes.Count);
        Assert.StartsWith("ドアミラーが格納できなくて", quotes[0].Text, StringComparison.Ordinal);
        Assert.Equal([9, 1, 1], quotes.Select(q => q.Alike));
        Assert.Equal(reports.Min(), issue.GetProperty("first").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_past_issue_of_the_same_words_is_found_with_how_it_ended()
    {
        await using var server = await VocServer.StartAsync();
        var now = Row("P：「ドアミラーが格納できない」の報告が増加", "ミラー", "格納");
        var past = Row("P：「ドアミラーが動かない」の報告が増加", "ミラー", "動く");
        past.DetectedAt = BoardIssues.Now.AddDays(-30);
        var other = Row("P：「味が薄い」の報告が増加", "味");
        var ids = await BoardIssues.AddAsync(server, [
            (now, await ReportAsync(server, Mirrors)), (past, await ReportAsync(server, [.. Mirrors.Select(m => "また" + m)])),
            (other, await ReportAsync(server, ["味が薄い。", "スープの味が薄くなった。", "前より味がしない。"]))]);
        using var client = await server.SignedInAsync("product");
        await client.PatchAsJsonAsync($"/api/v1/issues/{ids[1]}", new { state = "fixed", ticketUrl = "https://tickets.example/1" });

        var similar = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{ids[0]}/similar")).EnumerateArray().ToList();

        var found = Assert.Single(similar);
        Assert.Equal((ids[1], "fixed", 30), (found.GetProperty("id").GetInt64(), found.GetProperty("state").GetString(), found.GetProperty("days").GetInt32()));
        Assert.Equal("https://tickets.example/1", found.GetProperty("ticketUrl").GetString());
        Assert.Equal(["ミラー"], found.GetProperty("shared").EnumerateArray().Select(s => s.GetString()));
        Assert.InRange(found.GetProperty("likeness").GetDouble(), 0.4, 1);

        await client.PatchAsJsonAsync($"/api/v1/issues/{ids[1]}", new { state = "investigating" });
        var open = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{ids[0]}/similar"))[0];
        Assert.Equal(JsonValueKind.Null, open.GetProperty("days").ValueKind);
    }

    private static IssueRow Row(string title, params string[] terms)
    {
        var row = BoardIssues.Some(title);
        (row.Product, row.Terms) = ("P", JsonSerializer.Serialize(terms));
        return row;
    }

    private static Task<IReadOnlyList<long>> ReportAsync(VocServer server, IReadOnlyList<string> texts) =>
        BoardIssues.ReportAsync(server, [.. texts.Select((t, i) => Some.Feedback(t, t) with { OccurredAt = BoardIssues.Now.AddHours(-i), Product = "P" })]);
}
