using Voc.Analysis.Issues.Calendar;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// What kinds of days are like for the company: the share of a usual day's feedback that comes on a Sunday, a holiday or the day after a long
/// break, learned from all feedback as the detector learns it. Read from many threads; learned anew every ten minutes.
/// </summary>
internal sealed class IssueCalendar(CurrentIndex index, VocOptions options, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DayFactors _factors = DayFactors.Even;
    private long? _learned;

    /// <summary>The factors of days; every day alike while the archive is still loaded.</summary>
    public DayFactors Factors()
    {
        lock (_lock)
        {
            if (index.Loaded.IsCompletedSuccessfully && !(_learned is { } at && time.GetElapsedTime(at) < Fresh))
            {
                (_factors, _learned) = (Learn(), time.GetTimestamp());
            }
            return _factors;
        }
    }

    private DayFactors Learn()
    {
        using var session = index.Open();
        var yesterday = CompanyDay.Of(time.GetUtcNow(), options.Zone).AddDays(-1);
        var past = new RangeMatch(QueryField.Date, yesterday.DayNumber - DayFactors.MaxDays + 1, FromIncluded: true, yesterday.DayNumber, ToIncluded: true);
        var counts = session.Index.Find(past).Count(Facet.Day).ToDictionary(day => DateOnly.ParseExact(day.Value, "yyyy-MM-dd").DayNumber, day => day.Count);
        if (counts.Count == 0)
        {
            return DayFactors.Even;
        }
        var first = counts.Keys.Min();
        int[] each = [.. Enumerable.Range(first, yesterday.DayNumber - first + 1).Select(day => counts.GetValueOrDefault(day))];
        return DayFactors.Estimate(DateOnly.FromDayNumber(first), each, JapaneseHolidays.Shipped);
    }
}
