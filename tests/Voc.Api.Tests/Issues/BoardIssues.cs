using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

/// <summary>Issues of every kind in the store, as the detector would leave them.</summary>
internal static class BoardIssues
{
    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>An issue to be changed and added.</summary>
    public static IssueRow Some(string title, int minutesAgo = 0) => new()
    {
        Polarity = IssuePolarity.Negative,
        Title = title,
        TitleEn = "About " + title,
        Onset = CompanyDay.Of(Now, TimeZoneInfo.Utc).DayNumber - 7,
        LastRise = CompanyDay.Of(Now, TimeZoneInfo.Utc).DayNumber,
        FirstSeen = Now.AddDays(-7),
        LastSeen = Now,
        DetectedAt = Now.AddMinutes(-minutesAgo),
        WindowDays = 7,
        Count = 10,
        Expected = 2,
        Size = 3,
        PValue = 1e-6,
        Severity = IssueSeverity.Medium,
        UpdatedAt = Now,
    };

    /// <summary>Adds issues and returns their identifiers; the reports of each are those whose index it names.</summary>
    public static Task<IReadOnlyList<long>> AddAsync(VocServer server, IReadOnlyList<(IssueRow Row, IEnumerable<long> Reports)> issues) =>
        server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            using var context = connection.Context();
            context.AddRange(issues.Select(i => i.Row));
            context.SaveChanges();
            context.AddRange(issues.SelectMany(i => i.Reports.Select(r => new IssueFeedbackRow { IssueId = i.Row.Id, FeedbackId = r })));
            context.SaveChanges();
            return (IReadOnlyList<long>)[.. issues.Select(i => i.Row.Id)];
        });

    /// <summary>Stores feedback and returns its identifiers, in order.</summary>
    public static async Task<IReadOnlyList<long>> ReportAsync(VocServer server, IReadOnlyList<Feedback> feedback)
    {
        await server.SourceAsync("shop");
        var receipts = await server.Get<Inbox>().AcceptAsync(feedback);
        await server.DrainAsync();
        return [.. receipts.Select(r => r.Id)];
    }
}
