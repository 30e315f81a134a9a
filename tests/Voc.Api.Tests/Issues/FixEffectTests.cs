using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class FixEffectTests
{
    private const string Path = "/api/v1/issues";
    private const int FixedDaysAgo = 20;

    [Fact]
    public async Task A_fix_after_which_reports_stay_away_is_verified_by_the_service()
    {
        await using var server = await VocServer.StartAsync();
        var (id, client) = await FixedAsync(server, reportsSince: 0);
        using var _ = client;

        await server.Get<IssueFollowUp>().MeasureAsync(CancellationToken.None);

        var issue = await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}");
        var effect = issue.GetProperty("effect");
        Assert.Equal("verified", issue.GetProperty("state").GetString());
        Assert.Equal((20, 40, 17, 0), (effect.GetProperty("daysBefore").GetInt32(), effect.GetProperty("before").GetInt32(), effect.GetProperty("daysAfter").GetInt32(), effect.GetProperty("after").GetInt32()));
        Assert.True(effect.GetProperty("high").GetDouble() < 1);
        Assert.Contains("40 件", effect.GetProperty("says").GetProperty("ja").GetString(), StringComparison.Ordinal);
        Assert.Contains("has helped", effect.GetProperty("says").GetProperty("en").GetString(), StringComparison.Ordinal);
        var last = issue.GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("", "effect", "fixed", "verified"), (last.GetProperty("who").GetString(), last.GetProperty("reason").GetString(), last.GetProperty("from").GetString(), last.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task A_fix_after_which_reports_go_on_comes_back_as_regressed_and_is_open_again()
    {
        await using var server = await VocServer.StartAsync();
        var (id, client) = await FixedAsync(server, reportsSince: 2);
        using var _ = client;

        await server.Get<IssueFollowUp>().MeasureAsync(CancellationToken.None);
        await server.Get<IssueFollowUp>().MeasureAsync(CancellationToken.None);

        var open = (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetInt64() == id);
        Assert.Equal("regressed", open.GetProperty("state").GetString());
        Assert.Single((await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}/history")).EnumerateArray(), h => h.GetProperty("reason").GetString() == "effect");
    }

    /// <summary>An issue of two reports a day for twenty days, said to be fixed twenty days ago, among twice as much other feedback.</summary>
    private static async Task<(long Id, HttpClient Client)> FixedAsync(VocServer server, int reportsSince)
    {
        var id = await SomeIssue.AddAsync(server);
        var today = CompanyDay.Of(TimeProvider.System.GetUtcNow(), server.Options.Zone);
        await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            using var context = connection.Context();
            context.RemoveRange(context.Set<IssueFeedbackRow>());
            context.Set<IssueRow>().Single().Onset = today.DayNumber - (2 * FixedDaysAgo);
            return context.SaveChanges();
        });
        await SomeIssue.ReportAsync(server, 0, 2 * FixedDaysAgo, 0, 4);
        await SomeIssue.ReportAsync(server, id, 2 * FixedDaysAgo, FixedDaysAgo + 1, 2);
        if (reportsSince > 0)
        {
            await SomeIssue.ReportAsync(server, id, FixedDaysAgo - 1, 0, reportsSince);
        }
        var client = await server.SignedInAsync("product");
        var answer = await client.PatchAsJsonAsync($"{Path}/{id}", new { state = "fixed", fixedOn = today.AddDays(-FixedDaysAgo).ToString("O", CultureInfo.InvariantCulture) });
        answer.EnsureSuccessStatusCode();
        return (id, client);
    }
}
