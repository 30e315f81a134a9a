using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.SavedSearches;

/// <summary>Alerts of everything somebody is told of, newest first.</summary>
/// <param name="Items">A page of them.</param>
/// <param name="Unread">How many there are that the reader has not seen.</param>
internal sealed record AlertList(IReadOnlyList<SearchAlertSummary> Items, int Unread);

/// <summary>Reads saved searches and their alerts in the shapes that lists, pages and the hub show.</summary>
internal sealed class SavedSearchReader(Store store, FeedbackReader feedback, VocOptions options, TimeProvider time)
{
    /// <summary>Quotes of an alert in lists; a message of one alert has them all.</summary>
    private const int QuotesInLists = 3;

    private readonly TimeZoneInfo _zone = options.Zone;

    /// <summary>The reader's own searches and those others share, by name.</summary>
    public IReadOnlyList<SavedSearchInfo> List(Reader reader)
    {
        using var context = store.Context();
        var rows = Whole(context).Where(s => s.Shared || s.Owner == reader.UserName).OrderBy(s => s.Name).ThenBy(s => s.Id).ToList();
        return rows.ConvertAll(row => Info(row, reader));
    }

    /// <summary>One search, or null where there is none that the reader may see.</summary>
    public SavedSearchInfo? Find(long id, Reader reader)
    {
        using var context = store.Context();
        return Whole(context).SingleOrDefault(s => s.Id == id) is { } row && row.IsVisibleTo(reader.UserName) ? Info(row, reader) : null;
    }

    /// <summary>Alerts of one search, newest first.</summary>
    public IReadOnlyList<SearchAlertSummary> Alerts(long id, int limit, long? before)
    {
        using var context = store.Context();
        return Summaries(Page(context.Set<SearchAlertRow>().Where(a => a.SavedSearchId == id), limit, before), QuotesInLists);
    }

    /// <summary>Alerts of all that the reader owns or follows, newest first.</summary>
    public AlertList AlertsFor(Reader reader, int limit, long? before)
    {
        using var context = store.Context();
        var mine = context.Set<SearchAlertRow>().Where(a => a.Hub
            && (a.SavedSearch!.Owner == reader.UserName || (a.SavedSearch.Shared && a.SavedSearch.Followers.Any(f => f.UserName == reader.UserName))));
        var seen = context.Set<AlertReaderRow>().Where(r => r.UserName == reader.UserName).Select(r => r.SeenThrough).SingleOrDefault();
        return new AlertList(Summaries(Page(mine, limit, before), QuotesInLists), mine.Count(a => a.Id > seen));
    }

    /// <summary>Alerts as the hub sends them, in the order asked for; those of searches that no longer exist are left out.</summary>
    public IReadOnlyList<LiveAlert> Live(IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }
        using var context = store.Context();
        var rows = context.Set<SearchAlertRow>().AsNoTracking().Include(a => a.SavedSearch!.Followers).Where(a => ids.Contains(a.Id) && a.Hub).OrderBy(a => a.Id).ToList();
        return [.. Summaries(rows, SearchAlertRow.MostIds).Zip(rows, (summary, row) => new LiveAlert(summary, row.SavedSearch!.Audience()))];
    }

    private static List<SearchAlertRow> Page(IQueryable<SearchAlertRow> alerts, int limit, long? before) =>
        [.. alerts.AsNoTracking().Where(a => before == null || a.Id < before).OrderByDescending(a => a.Id).Take(limit)];

    /// <summary>Alerts with quotes; of texts deleted since there are none.</summary>
    private IReadOnlyList<SearchAlertSummary> Summaries(IReadOnlyList<SearchAlertRow> rows, int quotes)
    {
        var ids = rows.Select(r => JsonSerializer.Deserialize<long[]>(r.Ids)!.Take(quotes).ToArray()).ToList();
        var texts = feedback.Summaries([.. ids.SelectMany(i => i).Distinct()]).ToDictionary(f => f.Id);
        return [.. rows.Zip(ids, (row, quoted) => Summary(row, [.. quoted.Where(texts.ContainsKey).Select(id => texts[id])]))];
    }

    /// <summary>An alert with its quotes.</summary>
    public static SearchAlertSummary Summary(SearchAlertRow row, IReadOnlyList<FeedbackSummary> quotes) => new()
    {
        Id = row.Id,
        SavedSearchId = row.SavedSearchId,
        Name = row.Name,
        At = row.At,
        Reason = row.Reason.ToString().ToLowerInvariant(),
        Count = row.Count,
        Threshold = row.Threshold,
        Window = AlertWindows.Name(row.WindowHours),
        Why = new LocalizedText(row.WhyJa, row.WhyEn),
        Quotes = quotes,
    };

    private static IQueryable<SavedSearchRow> Whole(VocDbContext context) =>
        context.Set<SavedSearchRow>().AsNoTracking().AsSplitQuery().Include(s => s.Followers).Include(s => s.Watch!.Webhooks);

    private SavedSearchInfo Info(SavedSearchRow row, Reader reader) => new(
        row.Id, row.Name, row.Note, row.Query, Address(row.Query), $"/search/saved/{row.Id}", row.Owner, row.Shared, reader.MayChange(row),
        row.Audience().Contains(reader.UserName), row.Watch is null ? null : AlertSettings.Of(row.Watch), row.Watch?.LastAlertAt, row.CreatedAt, row.ChangedAt, row.ChangedBy, row.Version);

    /// <summary>The address now. One that a later version of the query language refuses is given as it is: the page says what is wrong with it.</summary>
    private string Address(string query)
    {
        try
        {
            return SavedQuery.Read(query).AddressOn(CompanyDay.Of(time.GetUtcNow(), _zone));
        }
        catch (Exception refused) when (refused is Voc.Analysis.Search.QueryException or Search.SearchParameterException)
        {
            return query;
        }
    }
}
