using Microsoft.AspNetCore.Builder;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues;

/// <summary>Issues in the store without a detector that finds them.</summary>
internal static class SomeIssue
{
    /// <summary>All issues there are, the newest first.</summary>
    public static IReadOnlyList<IssueSummary> Issues(this VocServer server) =>
        server.Get<IssueBoard>().List(new IssueFilter { States = Enum.GetValues<IssueState>(), Sort = IssueSort.Newest, Limit = IssueFilter.MaxLimit }).Items;

    /// <summary>An issue as the detector leaves it, with six pieces of feedback of four customers.</summary>
    public static async Task<long> AddAsync(VocServer server, int count = 6)
    {
        await server.SourceAsync("shop");
        var now = TimeProvider.System.GetUtcNow();
        var receipts = await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 6).Select(i => Some.Feedback($"{count}-{i}", $"{i}号室の鍵がかからない", channel: i < 2 ? Channel.CallNote : Channel.Social) with
        {
            OccurredAt = now.AddHours(-i),
            Product = "P",
            Customer = i < 4 ? "C-" + (i / 2) : null,
            Attributes = i < 3 ? new Dictionary<string, string> { ["region"] = "近畿" } : new Dictionary<string, string>(),
        })]);
        await server.DrainAsync();
        var day = CompanyDay.Of(now, server.Options.Zone).DayNumber;
        return await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            using var context = connection.Context();
            var row = context.Add(new IssueRow
            {
                Polarity = IssuePolarity.Negative,
                Product = "P",
                Title = "P：「鍵がかからない」の報告が増加",
                TitleEn = "P: reports of “鍵がかからない” are rising",
                Terms = """["鍵"]""",
                Onset = day,
                LastRise = day,
                FirstSeen = now.AddHours(-5),
                LastSeen = now,
                DetectedAt = now.AddSeconds(count),
                WindowDays = 7,
                Count = count,
                Expected = 0.5,
                Size = 3,
                PValue = 1e-8,
                Severity = IssueSeverity.High,
                UpdatedAt = now,
            }).Entity;
            context.SaveChanges();
            context.AddRange(receipts.Select(r => new IssueFeedbackRow { IssueId = row.Id, FeedbackId = r.Id }));
            context.SaveChanges();
            return row.Id;
        });
    }

    /// <summary>Leaves out the detector, so that issues are only those of the test.</summary>
    public static void WithoutDetection(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(IssueDetectionService)));

    /// <summary>Gives an issue further feedback that says this.</summary>
    public static async Task SayAsync(VocServer server, long issue, string text, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var receipts = await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, count).Select(i => Some.Feedback($"{issue}-{text}-{i}", $"{i}号室の{text}") with { OccurredAt = now.AddMinutes(-i), Product = "P" })]);
        await server.DrainAsync();
        await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            using var context = connection.Context();
            context.AddRange(receipts.Select(r => new IssueFeedbackRow { IssueId = issue, FeedbackId = r.Id }));
            return context.SaveChanges();
        });
    }

    /// <summary>Gives an issue further feedback, so many a day on days counted back from today.</summary>
    public static async Task ReportAsync(VocServer server, long issue, int firstDaysAgo, int lastDaysAgo, int perDay, string product = "P")
    {
        var now = TimeProvider.System.GetUtcNow();
        var reports =
            from day in Enumerable.Range(lastDaysAgo, firstDaysAgo - lastDaysAgo + 1)
            from i in Enumerable.Range(0, perDay)
            select Some.Feedback($"{issue}-{product}-{day}-{i}", $"{day}日前に{i}号室の鍵がかからない") with { OccurredAt = now.AddDays(-day).AddSeconds(-i), Product = product };
        var receipts = await server.Get<Inbox>().AcceptAsync([.. reports]);
        await server.DrainAsync();
        if (issue != 0)
        {
            await server.Get<GroupCommitWriter>().WriteAsync(connection =>
            {
                using var context = connection.Context();
                context.AddRange(receipts.Select(r => new IssueFeedbackRow { IssueId = issue, FeedbackId = r.Id }));
                return context.SaveChanges();
            });
        }
    }
}
