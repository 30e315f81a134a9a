namespace Voc.Api.SavedSearches;

/// <summary>An alert there would have been.</summary>
/// <param name="At">When.</param>
/// <param name="Count">Texts it would have been about.</param>
internal readonly record struct RehearsedAlert(DateTimeOffset At, int Count);

/// <summary>
/// Tells what alerts there would have been, as if every text had arrived the moment it was said. It follows <see cref="WatchLedger"/>:
/// what comes while an alert cools down is told of once it has.
/// </summary>
internal static class Rehearsal
{
    /// <summary>The alerts from one time to another, in order.</summary>
    /// <param name="said">When matching texts were said, in order; for counts also those of the window before <paramref name="from"/>.</param>
    /// <param name="alert">When it alerts.</param>
    /// <param name="from">Texts said before are only counted.</param>
    /// <param name="to">The end.</param>
    public static IReadOnlyList<RehearsedAlert> Run(IReadOnlyList<DateTimeOffset> said, CheckedAlert alert, DateTimeOffset from, DateTimeOffset to)
    {
        var alerts = new List<RehearsedAlert>();
        var coolDown = TimeSpan.FromMinutes(alert.CoolDownMinutes);
        DateTimeOffset? cool = null;
        var (pending, first, next) = (0, 0, 0);
        void Tell(DateTimeOffset at)
        {
            var count = alert.Rule == AlertRule.Match ? pending : InWindow(at);
            pending = 0;
            if (count >= (alert.Threshold ?? 1))
            {
                alerts.Add(new RehearsedAlert(at, count));
                cool = at + coolDown;
            }
        }
        int InWindow(DateTimeOffset at)
        {
            while (first < next && said[first] < at.AddHours(-alert.WindowHours!.Value))
            {
                first++;
            }
            return next - first;
        }
        for (; next < said.Count && said[next] <= to;)
        {
            var at = said[next];
            if (pending > 0 && cool <= at)
            {
                Tell(cool.Value);
            }
            next++;
            pending += at >= from ? 1 : 0;
            if (pending > 0 && (cool is null || cool <= at))
            {
                Tell(at);
            }
        }
        if (pending > 0 && cool <= to)
        {
            Tell(cool.Value);
        }
        return alerts;
    }
}
