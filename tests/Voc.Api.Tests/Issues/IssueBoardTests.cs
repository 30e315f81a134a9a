using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

/// <summary>Four issues, A to D, that are in another order whatever they are sorted by.</summary>
public sealed class FourIssues : IAsyncLifetime
{
    internal VocServer Server { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>A topic that the reports of A are about, as they were read.</summary>
    internal string TopicOfA { get; private set; } = "";

    private Dictionary<long, string> _names = [];

    public async Task InitializeAsync()
    {
        Server = await VocServer.StartAsync();
        Client = await Server.SignedInAsync("product");
        var today = CompanyDay.Of(BoardIssues.Now, Server.Options.Zone).DayNumber;
        var reports = await BoardIssues.ReportAsync(Server, [
            .. Enumerable.Range(0, 4).Select(i => Report($"a{i}", "電池の減りが早くて一日もたない。", i, "C-1")),
            .. Enumerable.Range(0, 3).Select(i => Report($"b{i}", "こんにちは。", i, $"C-{i}")),
            Report("c0", "こんにちは。", 40, null), Report("c1", "こんにちは。", 1, null)]);
        var ids = await BoardIssues.AddAsync(Server, [
            (Named("A", 3, i => (i.Severity, i.PValue, i.Count, i.Expected, i.Product, i.Terms, i.DueOn) = (IssueSeverity.High, 1e-4, 20, 10, "デンキ", """["電池"]""", today + 9)), reports.Take(4)),
            (Named("B", 2, i => (i.Severity, i.PValue, i.Count, i.Expected, i.Assignee, i.DueOn) = (IssueSeverity.Critical, 1e-3, 9, 3, "user-product", today - 1)), reports.Skip(4).Take(3)),
            (Named("C", 1, i => (i.Severity, i.PValue, i.Count, i.Expected, i.State, i.Assignee) = (IssueSeverity.Low, 1e-9, 12, 2, IssueState.Acknowledged, "tanaka")), reports.Skip(7)),
            (Named("D", 4, i => (i.Severity, i.PValue, i.Count, i.Expected, i.State, i.Polarity) = (IssueSeverity.Medium, 1e-5, 5, 0, IssueState.Fixed, IssuePolarity.Positive)), [])]);
        _names = ids.Zip("ABCD").ToDictionary(p => p.First, p => p.Second.ToString());
        var feedback = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{reports[0]}");
        TopicOfA = feedback.GetProperty("topics")[0].GetProperty("label").GetString()!;
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    internal async Task<string> NamesAsync(string query) =>
        string.Concat((await Client.GetFromJsonAsync<JsonElement>("/api/v1/issues" + query)).GetProperty("items").EnumerateArray().Select(i => _names[i.GetProperty("id").GetInt64()]));

    internal async Task<string> OrderAsync(string query) =>
        string.Concat((await Client.GetFromJsonAsync<JsonElement>("/api/v1/issues/order" + query)).GetProperty("ids").EnumerateArray().Select(i => _names[i.GetInt64()]));

    private static Feedback Report(string id, string text, int daysAgo, string? customer) =>
        Some.Feedback(id, text) with { OccurredAt = BoardIssues.Now.AddDays(-daysAgo).AddMinutes(-1), Customer = customer };

    private static IssueRow Named(string name, int minutesAgo, Action<IssueRow> change)
    {
        var row = BoardIssues.Some("課題" + name, minutesAgo);
        change(row);
        return row;
    }
}

public sealed class IssueBoardTests(FourIssues four) : IClassFixture<FourIssues>
{
    [Theory]
    [InlineData("", "BADC")]
    [InlineData("severity", "BADC")]
    [InlineData("surprise", "CDAB")]
    [InlineData("growth", "DCBA")]
    [InlineData("reach", "BCAD")]
    [InlineData("count", "ACBD")]
    [InlineData("newest", "CBAD")]
    [InlineData("due", "BADC")]
    [InlineData("Growth", "DCBA")]
    public async Task Issues_are_sorted_on_the_server(string sort, string expected)
    {
        Assert.Equal(expected, await four.NamesAsync($"?state=all&sort={sort}"));
        Assert.Equal(expected, await four.OrderAsync($"?state=all&sort={sort}&limit=1"));
    }

    [Theory]
    [InlineData("", "BAC")]
    [InlineData("?state=closed", "D")]
    [InlineData("?state=new", "BA")]
    [InlineData("?state=fixed&state=acknowledged", "DC")]
    [InlineData("?severity=high&severity=low", "AC")]
    [InlineData("?polarity=positive&state=all", "D")]
    [InlineData("?polarity=negative&state=all", "BAC")]
    [InlineData("?product=デンキ", "A")]
    [InlineData("?product=", "BC")]
    [InlineData("?product=デンキ&product=", "BAC")]
    [InlineData("?assignee=me", "B")]
    [InlineData("?assignee=tanaka&assignee=", "AC")]
    [InlineData("?q=ﾃﾞﾝｷ", "A")]
    [InlineData("?q=でんき", "A")]
    [InlineData("?q=about 課題ｂ", "B")]
    [InlineData("?q=電池 課題B", "")]
    [InlineData("?severity=critical&assignee=tanaka", "")]
    [InlineData("?offset=1&limit=1", "A")]
    public async Task Filters_narrow_the_list_down(string query, string expected) => Assert.Equal(expected, await four.NamesAsync(query));

    [Fact]
    public async Task An_issue_is_about_a_topic_that_a_third_of_its_reports_are_about()
    {
        Assert.Equal("A", await four.NamesAsync($"?state=all&topic={four.TopicOfA}"));
        Assert.Equal("", await four.NamesAsync("?state=all&topic=no.such.topic"));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=501", "limit")]
    [InlineData("?offset=-1", "offset")]
    [InlineData("?severity=grave", "severity")]
    [InlineData("?severity=1", "severity")]
    [InlineData("?polarity=both", "polarity")]
    [InlineData("?state=new&state=", "state")]
    public async Task What_cannot_be_asked_for_is_refused_by_name(string query, string field)
    {
        using var answer = await four.Client.GetAsync("/api/v1/issues" + query);

        Assert.NotEmpty(await answer.ProblemAsync(System.Net.HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task A_page_tells_how_many_there_are_in_each_state_and_what_can_be_chosen()
    {
        var list = await four.Client.GetFromJsonAsync<JsonElement>("/api/v1/issues?limit=1&polarity=negative");

        Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(3, list.GetProperty("total").GetInt32());
        Assert.Equal(["new:2", "acknowledged:1"], list.GetProperty("states").EnumerateArray().Select(s => $"{s.GetProperty("value")}:{s.GetProperty("count")}"));
        Assert.Equal(["デンキ"], list.GetProperty("products").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(["tanaka", "user-product"], list.GetProperty("assignees").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public async Task A_row_has_its_customers_its_days_and_what_was_expected_of_them()
    {
        var items = (await four.Client.GetFromJsonAsync<JsonElement>("/api/v1/issues?state=all")).GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("title").GetString()!);

        Assert.Equal(["1", "3", "2", "0"], "ABCD".Select(n => items["課題" + n].GetProperty("customers").GetInt32().ToString(CultureInfo.InvariantCulture)));
        // Report C of forty days ago is before the days shown.
        Assert.Equal([4, 3, 1, 0], "ABCD".Select(n => items["課題" + n].GetProperty("sparkline").EnumerateArray().Sum(d => d.GetInt32())));
        Assert.All(items.Values, i => Assert.Equal(28, i.GetProperty("sparkline").GetArrayLength()));
        Assert.Equal([10, 3], "AB".Select(n => items["課題" + n].GetProperty("baseline").EnumerateArray().TakeLast(7).Sum(d => d.GetProperty("expected").GetDouble())), (a, b) => Math.Abs(a - b) < 0.01);
        Assert.Equal([2.0, 3, 6, 500], "ABCD".Select(n => items["課題" + n].GetProperty("growth").GetDouble()));
        // Negative binomial of mean 10/7 and size 3: P(X ≥ 6) = 0.0175 and P(X ≥ 5) = 0.0377.
        Assert.Equal(28, items["課題A"].GetProperty("baseline").GetArrayLength());
        Assert.Contains(items["課題A"].GetProperty("baseline").EnumerateArray(), d => d.GetProperty("upper").GetInt32() == 5);
    }
}

public sealed class ManyIssuesTests
{
    [Fact]
    public async Task Five_hundred_issues_come_page_by_page_each_once()
    {
        await using var server = await VocServer.StartAsync();
        var reports = await BoardIssues.ReportAsync(server, [.. Enumerable.Range(0, 50).Select(i => Some.Feedback($"r{i}") with { OccurredAt = BoardIssues.Now.AddHours(-i) })]);
        await BoardIssues.AddAsync(server, [.. Enumerable.Range(0, 500).Select(i => (BoardIssues.Some($"課題{i}", i % 7), Reports: Enumerable.Range(0, 8).Select(r => reports[(i + r) % 50])))]);
        using var client = await server.WithKeyAsync("read");

        var seen = new List<long>();
        for (var offset = 0; offset < 500; offset += 75)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues?sort=newest&limit=75&offset={offset}");
            Assert.Equal(500, page.GetProperty("total").GetInt32());
            Assert.All(page.GetProperty("items").EnumerateArray(), i => Assert.Equal(8, i.GetProperty("customers").GetInt32()));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64()));
        }

        Assert.Equal(500, seen.Distinct().Count());
        var order = await client.GetFromJsonAsync<JsonElement>("/api/v1/issues/order?sort=newest");
        Assert.Equal(seen, order.GetProperty("ids").EnumerateArray().Select(i => i.GetInt64()));
    }
}
