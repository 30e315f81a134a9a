using Voc.Analysis.Search;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

/// <summary>
/// A part of the archive in the order of time, as it was when it was opened. Only identifiers are kept in memory (eight bytes each); texts
/// are read in pages, and between two pages no transaction is open that would keep the log of the store from being emptied.
/// </summary>
internal sealed class ReplayArchive
{
    private const int PageSize = 500;
    private const string IdsBetween = "SELECT Id FROM feedback WHERE Id >= $first AND Id <= $last ORDER BY Id";

    private readonly Store _store;
    private readonly IndexTerms _terms;
    private readonly long[] _ids;

    public ReplayArchive(Store store, IndexTerms terms, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        (_store, _terms) = (store, terms);
        var (first, last) = FeedbackId.Range(from, to, zone);
        var ids = new List<long>();
        using var connection = store.Open();
        using var rows = connection.Query(IdsBetween, ("$first", first), ("$last", last));
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }
        _ids = [.. ids];
    }

    public int Count => _ids.Length;

    /// <summary>How much was said before a time.</summary>
    public int CountBefore(DateTimeOffset time)
    {
        var at = Array.BinarySearch(_ids, FeedbackId.From(time));
        return at < 0 ? ~at : at;
    }

    /// <summary>When the first of it was said, or null where there is none.</summary>
    public DateTimeOffset? First => _ids.Length == 0 ? null : TimeOf(0);

    /// <summary>The date at a place, to the second.</summary>
    public DateTimeOffset TimeOf(int at) => FeedbackId.TimeOf(_ids[at]);

    /// <summary>All of it in the order of time; what was deleted meanwhile is left out.</summary>
    /// <param name="seed">Deals the dates to the feedback at random; null leaves them.</param>
    /// <param name="taken">Is told how many were handed out, before each.</param>
    public IEnumerable<AnalyzedFeedback> Read(int? seed, Action<int> taken)
    {
        var dealt = _ids;
        if (seed is { } given)
        {
            dealt = [.. _ids];
            new Random(given).Shuffle(dealt);
        }
        for (var start = 0; start < dealt.Length; start += PageSize)
        {
            foreach (var (at, feedback) in Page(dealt, start))
            {
                taken(at);
                yield return seed is null ? feedback : feedback with { Feedback = feedback.Feedback with { OccurredAt = TimeOf(at) } };
            }
        }
    }

    private List<(int At, AnalyzedFeedback Feedback)> Page(long[] dealt, int start)
    {
        using var connection = _store.Open();
        var page = new List<(int, AnalyzedFeedback)>(PageSize);
        for (var at = start; at < Math.Min(start + PageSize, dealt.Length); at++)
        {
            if (DetectionArchive.Find(connection, dealt[at], _terms) is { } feedback)
            {
                page.Add((at, feedback));
            }
        }
        return page;
    }
}
