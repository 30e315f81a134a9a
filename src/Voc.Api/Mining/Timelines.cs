using System.Globalization;
using System.Runtime.InteropServices;
using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Words, or queries, of a result over time.</summary>
internal static class Timelines
{
    public const int MaxSeries = 20;
    private const int MaxIntervals = 4000;

    /// <summary>Counts by interval.</summary>
    /// <param name="mined">The result.</param>
    /// <param name="asked">Queries to follow with their texts in the result; where there are none, the most frequent words.</param>
    /// <param name="from">First day of the search, or null.</param>
    /// <param name="to">Last day of the search, or null.</param>
    /// <param name="today">What comes after it is not over yet.</param>
    /// <param name="counted">Which words are counted.</param>
    /// <param name="query">What the reader wants.</param>
    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public static TimelineAnswer Of(
        MinedTexts mined, IReadOnlyList<(string Term, MatchedTexts Texts)> asked, DateOnly? from, DateOnly? to, DateOnly today, WordQuery counted, TimelineQuery query)
    {
        var top = MiningParameters.Number("top", query.Top, 5, 1, MaxSeries);
        var unitName = MiningParameters.Choice("interval", query.Interval, "auto", "day", "week", "month");
        var filter = mined.Words.Filter(mined.Vocabulary, counted, minimum: 1);
        var days = new DayCounts();
        foreach (var text in mined.Texts)
        {
            days.Add(text.Day);
        }
        var (first, last) = (from ?? days.First ?? to ?? today, to ?? days.Last ?? from ?? today);
        var unit = unitName == "auto" ? CalendarInterval.UnitFor(first, last) : Enum.Parse<CalendarUnit>(unitName, ignoreCase: true);
        Check(first, last, unit);
        var intervals = CalendarInterval.Between(first, last, unit);
        var texts = days.By(intervals);
        if (mined.Texts.Total == 0)
        {
            mined.Notes.Add(MiningNotes.NoTexts);
        }
        return new TimelineAnswer
        {
            Total = mined.Texts.Total,
            Interval = unit.ToString().ToLowerInvariant(),
            Intervals = [.. intervals.Select((days, i) => new TimelineInterval(
                days.First, days.Last, Label(days, unit), texts[i], days.First < from || days.Last > to || days.Last >= today, DrillDown.Days(days)))],
            Series = asked.Count > 0 ? [.. asked.Select(a => Series(a, intervals, texts))] : [.. MostFrequent(mined, filter, top, intervals, texts)],
            Notes = mined.Notes,
            ElapsedMilliseconds = mined.Elapsed,
        };
    }

    private static void Check(DateOnly first, DateOnly last, CalendarUnit unit)
    {
        var length = unit switch { CalendarUnit.Day => 1, CalendarUnit.Week => 7, _ => 28 };
        if ((last.DayNumber - first.DayNumber) / length > MaxIntervals)
        {
            throw new SearchParameterException("interval", new(
                $"区間が {MaxIntervals:N0} 個を超えます。interval に week か month を指定するか、期間を絞ってください。",
                $"There would be more than {MaxIntervals:N0} intervals. Choose week or month, or fewer days."));
        }
    }

    private static TimelineSeries Series((string Term, MatchedTexts Texts) asked, IReadOnlyList<CalendarInterval> intervals, int[] texts)
    {
        var days = new DayCounts();
        foreach (var text in asked.Texts)
        {
            days.Add(text.Day);
        }
        return Series(asked.Term, days.By(intervals), texts, $"({asked.Term})");
    }

    private static IEnumerable<TimelineSeries> MostFrequent(MinedTexts mined, WordFilter filter, int top, IReadOnlyList<CalendarInterval> intervals, int[] texts)
    {
        int[] words = [.. filter.MostFrequent(mined.Counts(filter.Words), t => t.Texts).Take(top).Select(t => t.Term)];
        var chosen = new ChosenTerms(words, mined.Vocabulary.Count);
        var days = words.Select(_ => new DayCounts()).ToArray();
        foreach (var text in mined.Texts)
        {
            foreach (var place in chosen.In(filter.Words.Of(text)))
            {
                days[place].Add(text.Day);
            }
        }
        return words.Select((w, place) => Series(mined.Vocabulary[w], days[place].By(intervals), texts, filter.Query(mined.Vocabulary[w])));
    }

    private static TimelineSeries Series(string term, int[] counts, int[] texts, string? query) =>
        new(term, counts.Sum(), counts, [.. counts.Zip(texts, (count, all) => all == 0 ? (double?)null : (double)count / all)], query);

    private static string Label(CalendarInterval days, CalendarUnit unit) =>
        days.First.ToString(unit == CalendarUnit.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Texts by day.</summary>
    private sealed class DayCounts
    {
        private readonly Dictionary<int, int> _days = [];

        public DateOnly? First => _days.Count == 0 ? null : Date(_days.Keys.Min());

        public DateOnly? Last => _days.Count == 0 ? null : Date(_days.Keys.Max());

        public void Add(int day) => CollectionsMarshal.GetValueRefOrAddDefault(_days, day, out _)++;

        public int[] By(IReadOnlyList<CalendarInterval> intervals)
        {
            var counts = new int[intervals.Count];
            foreach (var (day, count) in _days)
            {
                if (CalendarInterval.IndexOf(intervals, Date(day)) is >= 0 and var i)
                {
                    counts[i] += count;
                }
            }
            return counts;
        }

        private static DateOnly Date(int day) => DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));
    }
}
