using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.Issues.Silences;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.Alerts;

/// <summary>Puts together what a channel is told of an issue, from how the issue is when the message is made.</summary>
internal sealed class IssueNotices(FeedbackReader feedback, VocOptions options)
{
    private const int MostRead = 300;

    /// <summary>The next message of a channel's alert of an issue; the alert begins with the first.</summary>
    /// <param name="context">The open transaction.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="id">The issue.</param>
    /// <param name="held">What is told of it, oldest first.</param>
    /// <param name="withQuotes">Whether customers are quoted.</param>
    /// <param name="now">The time.</param>
    public IssueNotice Next(VocDbContext context, int channel, long id, IReadOnlyList<AlertPendingRow> held, bool withQuotes, DateTimeOffset now)
    {
        var issue = context.Set<IssueRow>().Single(i => i.Id == id);
        var thread = context.Set<AlertThreadRow>().SingleOrDefault(t => t.WebhookId == channel && t.IssueId == id) ?? context.Add(new AlertThreadRow
        {
            Key = Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture),
            WebhookId = channel,
            IssueId = id,
            Title = issue.Title,
            FirstAt = now,
        }).Entity;
        (thread.Revision, thread.LastAt) = (thread.Revision + 1, now);
        context.SaveChanges();
        var path = string.Create(CultureInfo.InvariantCulture, $"/issues/{id}");
        var before = thread.Revision > 1 ? held[0] : null;
        return new IssueNotice(
            thread.Key, thread.Revision, [.. held.Select(h => h.Event).Distinct()], id, issue.Kind.Name(), new(issue.Title, issue.TitleEn), thread.Title, issue.Severity.Name(),
            before?.SeverityBefore is { } severity && severity != issue.Severity ? severity.Name() : null, issue.State.Name(), issue.Polarity.Name(), issue.Product, issue.Slice, issue.Count,
            before?.CountBefore is { } count && count != issue.Count ? count : null, Math.Round(issue.Expected, 2), issue.WindowDays,
            issue.DueOn is { } due ? DateOnly.FromDayNumber(due) : null, Why(context, issue), withQuotes ? Quotes(context, issue) : [], path, options.UrlOf(path));
    }

    /// <summary>A message about no real issue, to see how messages look.</summary>
    public IssueNotice Example(DateTimeOffset now)
    {
        var words = new LocalizedText("これは設定を確かめるための例です。実際の課題ではありません。", "This is an example to try the settings. There is no such issue.");
        return new IssueNotice(
            "example-" + Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture), 1, [AlertEvents.New], 0, "rise", new("（例）製品 A：「電源が入らない」の報告が増加", "(Example) Product A: reports of “電源が入らない” are rising"),
            "（例）製品 A：「電源が入らない」の報告が増加", "high", null, "new", "negative", "製品 A", null, 12, null, 1.5, 7, null, words, [], "/issues", options.UrlOf("/issues"));
    }

    private LocalizedText Why(VocDbContext context, IssueRow issue) => issue.Kind == IssueKind.Silence
        ? SilenceTexts.Why(issue, SilenceChart.Error(context, issue), options.Zone)
        : IssueExplanation.Why(issue, options.Zone);

    private List<Voc.Dashboard.Live.FeedbackSummary> Quotes(VocDbContext context, IssueRow issue)
    {
        var linked = context.Set<IssueFeedbackRow>().AsNoTracking().Include(l => l.Feedback!.Source).Where(l => l.IssueId == issue.Id)
            .OrderByDescending(l => l.FeedbackId).Take(MostRead).AsEnumerable().Select(l => l.Feedback!).ToList();
        return [.. Issues.Quotes.Choose(linked, JsonSerializer.Deserialize<string[]>(issue.Terms)!).Take(Notice.MostQuotes).Select(q => feedback.Summary(q.Feedback))];
    }
}
