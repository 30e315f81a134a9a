using System.Text.Json;
using Voc.Api.Storage;
using Voc.Api.Webhooks;
using Voc.Dashboard.Live;

namespace Voc.Api.SavedSearches;

/// <summary>What shall become of a watch, and the alert it gives, worked out before it is written.</summary>
/// <param name="Search">The search as it was read, its watch as it shall be.</param>
/// <param name="Alert">The alert, or null.</param>
/// <param name="Quotes">The texts it quotes.</param>
internal sealed record WatchPlan(SavedSearchRow Search, SearchAlertRow? Alert, IReadOnlyList<FeedbackSummary> Quotes)
{
    /// <summary>Writes the plans inside the open transaction; false, and nothing, where a search is no longer as it was read.</summary>
    public static bool TryApply(StoreConnection connection, IReadOnlyList<WatchPlan> plans, long cursor, VocOptions options, DateTimeOffset now)
    {
        using var context = connection.Context();
        var ids = plans.Select(p => p.Search.Id).ToList();
        var versions = context.Set<SavedSearchRow>().Where(s => ids.Contains(s.Id)).ToDictionary(s => s.Id, s => s.Version);
        if (plans.Any(p => versions.GetValueOrDefault(p.Search.Id) != p.Search.Version))
        {
            return false;
        }
        foreach (var plan in plans)
        {
            plan.Apply(connection, context, options, now);
        }
        connection.Execute(
            "INSERT INTO watch_progress (Id, Cursor) VALUES (1, $cursor) ON CONFLICT (Id) DO UPDATE SET Cursor = excluded.Cursor", ("$cursor", cursor));
        return true;
    }

    private void Apply(StoreConnection connection, VocDbContext context, VocOptions options, DateTimeOffset now)
    {
        var (stored, planned) = (context.Set<SearchWatchRow>().Single(w => w.SavedSearchId == Search.Id), Search.Watch!);
        (stored.Pending, stored.PendingIds, stored.LastAlertAt) = (planned.Pending, planned.PendingIds, planned.LastAlertAt);
        (stored.Past, stored.PastIds, stored.PastSince, stored.PastLast) = (planned.Past, planned.PastIds, planned.PastSince, planned.PastLast);
        if (Alert is not null)
        {
            context.Add(Alert);
        }
        context.SaveChanges();
        if (Alert is null)
        {
            return;
        }
        connection.AppendEvent(EventKind.SavedSearchAlert, Alert.Id, now);
        var message = Message(options);
        var webhooks = planned.Webhooks.ConvertAll(w => w.WebhookId);
        foreach (var webhook in context.Set<WebhookRow>().Where(w => webhooks.Contains(w.Id) && w.Enabled).ToList())
        {
            WebhookQueue.Add(context, webhook, message, now);
        }
        context.SaveChanges();
    }

    private WebhookMessage Message(VocOptions options)
    {
        var path = $"/search/saved/{Search.Id}";
        var alert = SavedSearchReader.Summary(Alert!, Quotes);
        return new WebhookMessage(WebhookEvents.SavedSearchAlert, alert.At, alert.Why) { Alert = alert, Path = path, Url = options.UrlOf(path) };
    }

    /// <summary>An alert about texts.</summary>
    public static SearchAlertRow Of(SavedSearchRow search, AlertReason reason, int count, IEnumerable<long> newest, DateTimeOffset now)
    {
        var watch = search.Watch!;
        var why = AlertWording.Why(reason, search.Name, count, watch.Threshold, watch.WindowHours);
        return new SearchAlertRow
        {
            SavedSearchId = search.Id,
            Name = search.Name,
            At = now,
            Reason = reason,
            Count = count,
            Ids = JsonSerializer.Serialize(newest),
            Threshold = watch.Threshold,
            WindowHours = watch.WindowHours,
            WhyJa = why.Ja,
            WhyEn = why.En,
            Hub = watch.Hub,
        };
    }
}
