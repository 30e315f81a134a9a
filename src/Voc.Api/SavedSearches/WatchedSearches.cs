using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.SavedSearches;

/// <summary>Asks the archive what watches need to know.</summary>
internal sealed class WatchedSearches(ArchiveSearch search, VocOptions options)
{
    private readonly TimeZoneInfo _zone = options.Zone;

    /// <summary>Those of some texts that a search finds now.</summary>
    /// <param name="query">The search.</param>
    /// <param name="ids">Identifiers, ascending.</param>
    /// <param name="now">The time, from which a relative period counts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public HashSet<long> Among(SavedQuery query, IReadOnlyList<long> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var found = search.Find(query.Request(CompanyDay.Of(now, _zone)), cancellationToken);
        return [.. found.Index.Find(new AllMatch([new IdsMatch(ids), found.Match]), cancellationToken).Ids(TextOrder.Oldest)];
    }

    /// <summary>How many texts said since a time a search finds now, and the newest of them.</summary>
    public (int Count, IReadOnlyList<long> Newest) Since(SavedQuery query, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = FeedbackId.From(since);
        using var found = search.Find(From(query.Request(CompanyDay.Of(now, _zone)), CompanyDay.Of(since, _zone)), cancellationToken);
        var ids = found.Texts.Ids(TextOrder.Newest).TakeWhile(id => id >= first).ToList();
        return (ids.Count, [.. ids.Take(SearchAlertRow.MostIds)]);
    }

    /// <summary>When the texts were said that a search finds, whatever its relative period, from a day on; in order.</summary>
    public IReadOnlyList<DateTimeOffset> Times(SavedQuery query, DateOnly from, CancellationToken cancellationToken)
    {
        using var found = search.Find(From(query.RequestWithoutPeriod(), from), cancellationToken);
        return [.. found.Texts.Ids(TextOrder.Oldest).Select(FeedbackId.TimeOf)];
    }

    private static SearchRequest From(SearchRequest request, DateOnly day) => request.From > day ? request : request with { From = day };
}
