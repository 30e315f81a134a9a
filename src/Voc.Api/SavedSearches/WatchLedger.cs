using System.Text.Json;
using Voc.Api.Storage;

namespace Voc.Api.SavedSearches;

/// <summary>A text that matches a watched search.</summary>
/// <param name="Id">Identifier of the feedback.</param>
/// <param name="ArrivedAt">When it was committed.</param>
internal readonly record struct ArrivedMatch(long Id, DateTimeOffset ArrivedAt);

/// <summary>Keeps count of what a watch has to tell of, and says when it is time to.</summary>
internal static class WatchLedger
{
    /// <summary>What was said this long before it arrived is of the past.</summary>
    public static readonly TimeSpan Past = TimeSpan.FromDays(7);

    /// <summary>An import of the past has come to its end when nothing of it came for this long.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Longest that texts of the past are kept back while more of them come.</summary>
    public static readonly TimeSpan LongestImport = TimeSpan.FromHours(6);

    /// <summary>Takes in new matches; of those no rule could ever tell of, nothing is kept.</summary>
    public static void Take(SearchWatchRow watch, IReadOnlyList<ArrivedMatch> matches, DateTimeOffset now)
    {
        if (watch.Rule == AlertRule.Count)
        {
            var first = FeedbackId.From(now.AddHours(-watch.WindowHours!.Value));
            watch.Pending += matches.Count(m => m.Id >= first);
            return;
        }
        var (past, fresh) = (matches.Where(IsPast).ToList(), matches.Where(m => !IsPast(m)).ToList());
        (watch.Pending, watch.PendingIds) = (watch.Pending + fresh.Count, Newest(watch.PendingIds, fresh));
        if (past.Count > 0)
        {
            (watch.Past, watch.PastIds) = (watch.Past + past.Count, Newest(watch.PastIds, past));
            (watch.PastSince, watch.PastLast) = (watch.PastSince ?? now, now);
        }
    }

    /// <summary>What it is time to tell of, or null.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="importing">Whether an import seems to be under way.</param>
    /// <param name="now">The time.</param>
    public static AlertReason? Due(SearchWatchRow watch, bool importing, DateTimeOffset now)
    {
        if (now < watch.LastAlertAt?.AddMinutes(watch.CoolDownMinutes))
        {
            return null;
        }
        if (watch.Past > 0 && ((now - watch.PastLast >= Settled && !importing) || now - watch.PastSince >= LongestImport))
        {
            return AlertReason.Past;
        }
        return watch.Pending == 0 ? null : watch.Rule == AlertRule.Count ? AlertReason.Count : AlertReason.Match;
    }

    /// <summary>What was to be told of for this reason is told, or needs no telling.</summary>
    public static void Settle(SearchWatchRow watch, AlertReason reason)
    {
        if (reason == AlertReason.Past)
        {
            (watch.Past, watch.PastIds, watch.PastSince, watch.PastLast) = (0, "[]", null, null);
        }
        else
        {
            (watch.Pending, watch.PendingIds) = (0, "[]");
        }
    }

    private static bool IsPast(ArrivedMatch match) => match.Id < FeedbackId.From(match.ArrivedAt - Past);

    private static string Newest(string known, List<ArrivedMatch> more) => more.Count == 0
        ? known
        : JsonSerializer.Serialize(JsonSerializer.Deserialize<long[]>(known)!.Concat(more.Select(m => m.Id)).OrderDescending().Take(SearchAlertRow.MostIds));
}
