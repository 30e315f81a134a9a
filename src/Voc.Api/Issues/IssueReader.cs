using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Feedbacks;
using Voc.Api.Issues.Grouping;
using Voc.Api.Issues.Severity;
using Voc.Api.Issues.Silences;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Issues;

/// <summary>Reads issues in the shapes that the board, the hub and the issue's page show.</summary>
internal sealed class IssueReader(Store store, FeedbackReader feedback, IssueCalendar calendar, VocOptions options, TimeProvider time)
{
    private const int MaxRead = 5000;

    private readonly TimeZoneInfo _zone = options.Zone;

    public int CountOpen()
    {
        using var context = store.Context();
        return context.Set<IssueRow>().Count(i => IssueLifecycle.Open.Contains(i.State));
    }

    public IReadOnlyList<IssueSummary> Summaries(IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }
        using var context = store.Context();
        return Summaries([.. context.Set<IssueRow>().AsNoTracking().Where(i => ids.Contains(i.Id))]);
    }

    /// <summary>What happened to an issue, from its detection on, or null where there is none.</summary>
    public IReadOnlyList<IssueHistoryEntry>? History(long id)
    {
        using var context = store.Context();
        return context.Set<IssueRow>().Any(i => i.Id == id) ? History(context, id) : null;
    }

    /// <summary>The issues a feedback belongs to.</summary>
    public static IReadOnlyList<IssueLink> LinksOf(VocDbContext context, long feedbackId) =>
        [.. context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => l.FeedbackId == feedbackId).OrderBy(l => l.IssueId).Select(l => new IssueLink(l.IssueId, l.Issue!.Title))];

    public IssueDetail? Detail(long id)
    {
        using var context = store.Context();
        if (context.Set<IssueRow>().AsNoTracking().SingleOrDefault(i => i.Id == id) is not { } row)
        {
            return null;
        }
        var summary = Summaries([row])[0];
        using var connection = store.Open();
        var linked = context.Set<IssueFeedbackRow>().AsNoTracking().Include(l => l.Feedback!.Source)
            .Where(l => l.IssueId == id).OrderByDescending(l => l.FeedbackId).Take(MaxRead).AsEnumerable().Select(l => l.Feedback!).ToList();
        var attributes = linked.Select(f => f.Attributes).OfType<string>().Select(a => JsonSerializer.Deserialize(a, StoredJson.Default.DictionaryStringString)!).ToList();
        var rating = SeverityRating.InForce(connection);
        var parts = row is { Kind: IssueKind.Rise, Polarity: IssuePolarity.Negative } ? rating.Parts(connection, row) : null;
        return new IssueDetail
        {
            Id = summary.Id,
            Title = summary.Title,
            TitleEn = summary.TitleEn,
            State = summary.State,
            Kind = summary.Kind,
            Polarity = summary.Polarity,
            Product = summary.Product,
            Slice = summary.Slice,
            Terms = summary.Terms,
            FirstSeen = summary.FirstSeen,
            LastSeen = summary.LastSeen,
            DetectedAt = summary.DetectedAt,
            Count = summary.Count,
            Expected = summary.Expected,
            WindowDays = summary.WindowDays,
            PValue = summary.PValue,
            Severity = summary.Severity,
            Growth = summary.Growth,
            Channels = summary.Channels,
            Customers = summary.Customers,
            Sparkline = summary.Sparkline,
            Baseline = summary.Baseline,
            Assignee = summary.Assignee,
            DueOn = summary.DueOn,
            UpdatedAt = summary.UpdatedAt,
            Merged = summary.Merged,
            Why = row.Kind == IssueKind.Silence ? SilenceTexts.Why(row, SilenceChart.Error(context, row), _zone) : IssueExplanation.Why(row, _zone),
            Series = row.Kind == IssueKind.Silence
                ? SilenceChart.Series(connection, row, CompanyDay.Of(time.GetUtcNow(), _zone).DayNumber, _zone)
                : IssueExplanation.Series(row, linked, CompanyDay.Of(time.GetUtcNow(), _zone), calendar.Factors(), _zone),
            Quotes = [.. Quotes.Choose(linked, summary.Terms).Select(q => new IssueQuote(feedback.Summary(q.Feedback)) { Alike = q.Alike })],
            First = First(context, id),
            Regions = Values(attributes, "region"),
            Segments = Values(attributes, "segment"),
            SeverityParts = parts is null ? [] : rating.Explain(parts),
            SeverityScore = parts is null ? null : Math.Round(rating.Score(parts), 1),
            TicketUrl = row.TicketUrl,
            FixedOn = Day(row.FixedOn),
            Mute = row.MuteUntil is null && row.MuteGrowth is null ? null : new IssueMute(Day(row.MuteUntil), row.MuteGrowth, row.MuteReports),
            Effect = IssueEffects.Of(connection, row, CompanyDay.Of(time.GetUtcNow(), _zone), _zone),
            History = History(context, id),
            FeedbackIds = [.. linked.Select(f => f.Id)],
        };
    }

    /// <summary>Summaries of rows, in their order.</summary>
    public IReadOnlyList<IssueSummary> Summaries(IReadOnlyList<IssueRow> rows)
    {
        using var context = store.Context();
        using var connection = store.Open();
        var today = CompanyDay.Of(time.GetUtcNow(), _zone);
        long[] ids = [.. rows.Select(r => r.Id)];
        var (tallies, merged) = (IssueTallies.Read(context, ids, today), context.MergedBy(ids));
        var (factors, first) = (calendar.Factors(), today.DayNumber - IssueTallies.Days + 1);
        return [.. rows.Select(row => Summary(row, Tally(row), IssueExplanation.Baseline(row, first, IssueTallies.Days, factors, _zone), [.. merged[row.Id]]))];

        IssueTally Tally(IssueRow row) => row.Kind == IssueKind.Silence
            ? tallies[row.Id] with { Days = SilenceChart.Daily(connection, row, IssueTallies.Days, today.DayNumber, _zone) }
            : tallies[row.Id];
    }

    private static IssueSummary Summary(IssueRow row, IssueTally tally, IReadOnlyList<DayBaseline> baseline, IReadOnlyList<long> merged) => new()
    {
        Id = row.Id,
        Title = row.Title,
        TitleEn = row.TitleEn,
        State = row.State.Name(),
        Kind = row.Kind.Name(),
        Polarity = row.Polarity.Name(),
        Product = row.Product,
        Slice = row.Slice,
        Terms = JsonSerializer.Deserialize<string[]>(row.Terms)!,
        FirstSeen = row.FirstSeen,
        LastSeen = row.LastSeen,
        DetectedAt = row.DetectedAt,
        Count = row.Count,
        Expected = row.Expected,
        WindowDays = row.WindowDays,
        PValue = row.PValue,
        Severity = row.Severity.Name(),
        Growth = row.Growth,
        Channels = tally.Channels,
        Customers = tally.Customers,
        Sparkline = tally.Days,
        Baseline = baseline,
        Assignee = row.Assignee,
        DueOn = Day(row.DueOn),
        UpdatedAt = row.UpdatedAt,
        Merged = merged,
    };

    private FeedbackSummary? First(VocDbContext context, long issue) =>
        context.Set<IssueFeedbackRow>().AsNoTracking().Include(l => l.Feedback!.Source).Where(l => l.IssueId == issue)
            .OrderBy(l => l.FeedbackId).FirstOrDefault() is { } link ? feedback.Summary(link.Feedback!) : null;

    private static DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;

    private static List<IssueHistoryEntry> History(VocDbContext context, long id)
    {
        var issues = context.WithMerged(id);
        return [.. context.Set<IssueChangeRow>().AsNoTracking().Where(c => c.IssueId == id || (issues.Contains(c.IssueId) && c.Action != IssueActions.MergedInto)).OrderBy(c => c.Id)
            .Select(c => new IssueHistoryEntry(c.Id, c.At, c.Who, c.Action, c.Before, c.After, c.Reason))];
    }

    private static List<ValueCount> Values(List<Dictionary<string, string>> attributes, string name) =>
        [.. attributes.Select(a => a.GetValueOrDefault(name)).OfType<string>().GroupBy(v => v)
            .Select(g => new ValueCount(g.Key, g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(20)];
}
