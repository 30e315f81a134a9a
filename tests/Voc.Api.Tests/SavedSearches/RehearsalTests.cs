using Voc.Api.SavedSearches;
using Voc.Api.Storage;

namespace Voc.Api.Tests.SavedSearches;

public sealed class RehearsalTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_match_alerts_at_once_and_then_together_when_it_has_cooled_down()
    {
        var alerts = Rehearsal.Run([At(0), At(1), At(2), At(30)], EveryMatch(10), Start, At(60));

        Assert.Equal([(At(0), 1), (At(10), 2), (At(30), 1)], alerts.Select(a => (a.At, a.Count)));
    }

    [Fact]
    public void A_count_alerts_where_the_window_first_holds_enough_and_not_again_while_it_cools_down()
    {
        DateTimeOffset[] said = [At(-30), At(0), At(10), At(20), At(100), At(140), At(150)];

        var alerts = Rehearsal.Run(said, Count(3, coolDownMinutes: 60), Start, At(600));

        Assert.Equal([(At(10), 3), (At(150), 3)], alerts.Select(a => (a.At, a.Count)));
    }

    [Fact]
    public void It_alerts_when_and_of_as_many_as_the_watcher_would_have()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var said = Enumerable.Range(0, random.Next(60)).Select(_ => At(random.Next(24 * 60))).Order().ToList();
            var coolDown = random.Next(1, 200);
            var alert = random.Next(2) == 0 ? EveryMatch(coolDown) : Count(random.Next(1, 6), coolDown);

            var rehearsed = Rehearsal.Run(said, alert, Start, At(24 * 60)).Select(a => (a.At, a.Count)).ToList();

            Assert.Equal(Watched(said, alert), rehearsed);
        }
    }

    /// <summary>What the watcher's ledger tells of, looked at every minute.</summary>
    private static List<(DateTimeOffset At, int Count)> Watched(List<DateTimeOffset> said, CheckedAlert alert)
    {
        var watch = new SearchWatchRow { Rule = alert.Rule, Threshold = alert.Threshold, WindowHours = alert.WindowHours, CoolDownMinutes = alert.CoolDownMinutes };
        var told = new List<(DateTimeOffset, int)>();
        foreach (var now in Enumerable.Range(0, (24 * 60) + 1).Select(m => At(m)))
        {
            // Texts of one minute come one by one, as they do in the rehearsal.
            TellOf(now, said.Count(t => t < now));
            for (var i = 0; i < said.Count; i++)
            {
                if (said[i] == now)
                {
                    WatchLedger.Take(watch, [new ArrivedMatch(FeedbackId.At(said[i], i), now)], now);
                    TellOf(now, i + 1);
                }
            }
        }
        return told;

        void TellOf(DateTimeOffset now, int arrived)
        {
            if (WatchLedger.Due(watch, importing: false, now) is not { } reason)
            {
                return;
            }
            var count = reason == AlertReason.Count ? said.Take(arrived).Count(t => t >= now.AddHours(-alert.WindowHours!.Value)) : watch.Pending;
            WatchLedger.Settle(watch, reason);
            if (count >= (alert.Threshold ?? 1))
            {
                told.Add((now, count));
                watch.LastAlertAt = now;
            }
        }
    }

    private static CheckedAlert EveryMatch(int coolDownMinutes) => new(AlertRule.Match, null, null, coolDownMinutes, true, []);

    private static CheckedAlert Count(int threshold, int coolDownMinutes) => new(AlertRule.Count, threshold, 1, coolDownMinutes, true, []);

    private static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);
}
